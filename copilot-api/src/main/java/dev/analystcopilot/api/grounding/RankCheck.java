package dev.analystcopilot.api.grounding;

import dev.analystcopilot.api.grounding.atom.Atom;
import dev.analystcopilot.api.grounding.atom.Atom.Unit;
import dev.analystcopilot.api.grounding.proof.Facet;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Checks what is said to be the first, the last, the most or the only one, as far as the evidence it points to holds
/// what it is compared with. Else it is not proven.
final class RankCheck {
    private RankCheck() {}

    static void check(String words, List<Told> parts, Reasons reasons, Findings findings) {
        for (Told part : parts) {
            part.atoms(Atom.Rank.class).filter(rank -> !edged(part, rank)).forEach(rank -> {
                Optional<Boolean> holds = holds(words, rank, part);
                if (holds.isEmpty()) {
                    findings.vague();
                } else if (holds.get()) {
                    findings.holds();
                } else {
                    findings.wrong(reasons.rank(rank));
                }
            });
        }
    }

    /// "The first event at 03:12": its time is checked as the first.
    private static boolean edged(Told part, Atom.Rank rank) {
        return switch (rank.place()) {
            case FIRST, LAST -> part.atoms(Atom.Moment.class).anyMatch(moment -> moment.edge() != Atom.Edge.ANY);
            case MOST, FEWEST, ONLY -> false;
        };
    }

    /// Empty where it cannot be told.
    private static Optional<Boolean> holds(String words, Atom.Rank rank, Told part) {
        return switch (rank.place()) {
            case FIRST -> timed(words, rank, part, Comparator.naturalOrder());
            case LAST -> timed(words, rank, part, Comparator.reverseOrder());
            case MOST -> counted(rank, part, Comparator.reverseOrder());
            case FEWEST -> counted(rank, part, Comparator.naturalOrder());
            case ONLY -> only(rank, part);
        };
    }

    private static Optional<Boolean> timed(String words, Atom.Rank rank, Told part, Comparator<Instant> order) {
        List<Facet> all = parts(part.facets()).stream()
                .filter(facet -> facet.first().isPresent())
                .toList();
        Optional<Instant> best =
                all.stream().flatMap(facet -> facet.first().stream()).min(order);
        if (all.size() < 2 || best.isEmpty()) {
            return Optional.empty();
        }
        List<Facet> meant = parts(part.around(rank)).stream()
                .filter(facet -> facet.first().isPresent())
                .toList();
        List<Facet> told = meant.size() < all.size() ? meant : Wording.nearest(words, all);
        return told.isEmpty()
                ? Optional.empty()
                : Optional.of(told.stream().anyMatch(facet -> facet.first().equals(best)));
    }

    private static Optional<Boolean> counted(Atom.Rank rank, Told part, Comparator<Double> order) {
        List<Facet> meant = part.around(rank).stream()
                .filter(facet -> facet.size().isPresent())
                .toList();
        if (meant.isEmpty() || meant.size() == part.facets().size()) {
            return Optional.empty();
        }
        String kind = meant.getFirst().kindOfThing();
        List<Facet> others = parts(part.facets()).stream()
                .filter(facet -> facet.size().isPresent() && facet.kindOfThing().equals(kind))
                .toList();
        if (others.size() < 2) {
            return Optional.empty();
        }
        double best = others.stream()
                .map(facet -> facet.size().orElseThrow())
                .min(order)
                .orElseThrow();
        return Optional.of(meant.stream().anyMatch(facet -> facet.size().orElseThrow() == best));
    }

    /// Only of a whole it is known how many there are.
    private static Optional<Boolean> only(Atom.Rank rank, Told part) {
        List<Facet> wholes = part.facets().stream().filter(Facet::broad).toList();
        if (wholes.isEmpty() || rank.of() == Unit.OTHER) {
            return Optional.empty();
        }
        return Optional.of(wholes.stream().anyMatch(facet -> facet.counts(rank.of(), 1)));
    }

    private static List<Facet> parts(List<Facet> facets) {
        return facets.stream().filter(facet -> !facet.broad()).toList();
    }
}
