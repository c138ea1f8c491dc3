package dev.analystcopilot.triage.order;

import dev.analystcopilot.knowledge.attack.Tactic;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Puts the actions of an attack into the order in which they were most likely taken. The same actions in any order
/// give the same answer.
public final class ActionOrder {
    private final TechniqueCatalog catalog;

    private ActionOrder(TechniqueCatalog catalog) {
        this.catalog = catalog;
    }

    public static ActionOrder load() {
        return new ActionOrder(TechniqueCatalog.load());
    }

    /// The actions, first to last.
    public List<Action> order(List<Action> actions) {
        return actions.stream()
                .sorted(Comparator.comparingDouble((Action action) -> stage(action.tactic(), action.technique()))
                        .thenComparing(Action::id))
                .toList();
    }

    /// Where in the course of an attack an action usually lies: 0 (before it) to 100 (its end).
    public double stage(Optional<String> tactic, Optional<String> technique) {
        Optional<Tactic> named = tactic.flatMap(catalog::tactic)
                .or(() -> technique
                        .flatMap(catalog::technique)
                        .map(found -> found.tactics().getFirst()));
        return named.map(found -> 100.0 * found.order() / 14).orElse(50.0);
    }
}
