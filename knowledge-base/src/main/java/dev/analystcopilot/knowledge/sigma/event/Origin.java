package dev.analystcopilot.knowledge.sigma.event;

import dev.analystcopilot.knowledge.sigma.rule.LogSource;
import java.util.Optional;
import java.util.Set;

/// The log that an event comes from, in Sigma's names; empty where it does not say.
public record Origin(Optional<String> product, Set<String> categories, Set<String> services) {

    public Origin {
        categories = Set.copyOf(categories);
        services = Set.copyOf(services);
    }

    /// How far a rule is meant for such an event.
    public enum Fit {
        /// It is.
        MEANT,
        /// The event does not say enough.
        OPEN,
        /// It is meant for another log.
        OTHER
    }

    /// How far rules for a log are meant for this event.
    public Fit fit(LogSource source) {
        Fit product = source.product().isEmpty()
                ? Fit.MEANT
                : this.product.isEmpty() ? Fit.OPEN : is(this.product.equals(source.product()));
        return worst(product, worst(fit(source.category(), categories), fit(source.service(), services)));
    }

    private Fit fit(Optional<String> wanted, Set<String> names) {
        if (wanted.isEmpty()) {
            return Fit.MEANT;
        }
        return names.isEmpty() && product.isEmpty() ? Fit.OPEN : is(names.contains(wanted.get()));
    }

    private static Fit is(boolean same) {
        return same ? Fit.MEANT : Fit.OTHER;
    }

    private static Fit worst(Fit one, Fit other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
