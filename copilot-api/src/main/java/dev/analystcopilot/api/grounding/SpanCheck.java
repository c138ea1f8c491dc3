package dev.analystcopilot.api.grounding;

import dev.analystcopilot.api.grounding.atom.Atom;
import dev.analystcopilot.api.grounding.atom.Bound;
import dev.analystcopilot.api.grounding.proof.Facet;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Lengths of time are worked out again: between the two times that the sentence names, else between the beginnings of
/// what it tells of, else how long one of them took, else as a text says it.
final class SpanCheck {
    private SpanCheck() {}

    /// @param before when what the sentence before tells of began
    static void check(
            List<Atom> atoms, List<Told> parts, Optional<Instant> before, Reasons reasons, Findings findings) {
        for (Atom atom : atoms) {
            if (atom instanceof Atom.Span span) {
                if (holds(span, atoms, parts)) {
                    findings.holds();
                } else {
                    findings.wrong(reasons.span(span));
                }
            } else if (atom instanceof Atom.Apart apart) {
                check(apart, parts, before, reasons, findings);
            }
        }
    }

    private static void check(
            Atom.Apart apart, List<Told> parts, Optional<Instant> before, Reasons reasons, Findings findings) {
        var begins = new TreeSet<>(begins(parts));
        if (begins.size() < 2) {
            before.ifPresent(begins::add);
        }
        if (begins.size() < 2) {
            findings.vague();
            return;
        }
        long first = begins.getFirst().getEpochSecond() / apart.unit();
        boolean holds = begins.stream()
                .anyMatch(time -> !time.equals(begins.getFirst())
                        && time.getEpochSecond() / apart.unit() - first == apart.count());
        if (holds) {
            findings.holds();
        } else {
            findings.wrong(reasons.apart(apart));
        }
    }

    /// When what the sentence tells of began: what bears out its values, else all that it points to.
    private static List<Instant> begins(List<Told> parts) {
        List<Instant> begins =
                begun(parts.stream().flatMap(part -> part.blocks().stream()).flatMap(block -> block.facets().stream()));
        return begins.size() > 1
                ? begins
                : begun(parts.stream().flatMap(part -> part.facets().stream()).filter(facet -> !facet.broad()));
    }

    private static boolean holds(Atom.Span span, List<Atom> atoms, List<Told> parts) {
        List<Atom.Moment> moments = atoms.stream()
                .filter(Atom.Moment.class::isInstance)
                .map(Atom.Moment.class::cast)
                .filter(moment -> moment.when().hasClock())
                .toList();
        if (moments.size() == 2) {
            return lasts(span, moments.getFirst(), moments.getLast());
        }
        List<Facet> wholes = parts.stream()
                .flatMap(part -> part.facets().stream())
                .filter(Facet::broad)
                .toList();
        boolean namesNothing = parts.stream()
                        .flatMap(part -> part.blocks().stream())
                        .allMatch(block -> block.atoms().isEmpty())
                && atoms.stream().noneMatch(atom -> atom instanceof Atom.Act || atom instanceof Atom.Term);
        if (namesNothing && !wholes.isEmpty() && span.bound() != Bound.EXACT) {
            return wholes.stream().anyMatch(facet -> facet.holds(span));
        }
        return apart(span, begins(parts)) || narrow(parts).stream().anyMatch(facet -> facet.holds(span));
    }

    /// Those that bear out the sentence; all that are cited where it names nothing else.
    private static List<Facet> narrow(List<Told> parts) {
        List<Facet> own = parts.stream()
                .flatMap(part -> part.blocks().stream())
                .filter(block -> !block.atoms().isEmpty())
                .flatMap(block -> block.facets().stream())
                .toList();
        return own.isEmpty()
                ? parts.stream().flatMap(part -> part.facets().stream()).toList()
                : own;
    }

    private static boolean lasts(Atom.Span span, Atom.Moment from, Atom.Moment to) {
        long seconds = Math.abs(to.when().order() - from.when().order());
        boolean oneDated = from.when().hasDate() != to.when().hasDate();
        long ofDay = Math.abs(to.when().daySeconds() - from.when().daySeconds());
        return Facet.lasts(span, Duration.ofSeconds(oneDated ? ofDay : seconds))
                || (oneDated && Facet.lasts(span, Duration.ofSeconds(86_400 - ofDay)));
    }

    private static List<Instant> begun(Stream<Facet> facets) {
        var begins = new TreeSet<Instant>();
        facets.forEach(facet -> facet.first().ifPresent(begins::add));
        return List.copyOf(begins);
    }

    /// Of two things that follow each other.
    private static boolean apart(Atom.Span span, List<Instant> begins) {
        for (int i = 1; i < begins.size(); i++) {
            if (Facet.lasts(span, Duration.between(begins.get(i - 1), begins.get(i)))) {
                return true;
            }
        }
        return begins.size() > 1 && Facet.lasts(span, Duration.between(begins.getFirst(), begins.getLast()));
    }
}
