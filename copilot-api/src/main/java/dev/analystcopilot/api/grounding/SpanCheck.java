package dev.analystcopilot.api.grounding;

import dev.analystcopilot.api.grounding.Segments.Segment;
import dev.analystcopilot.api.grounding.atom.Atom;
import dev.analystcopilot.api.grounding.proof.Blocks.Block;
import dev.analystcopilot.api.grounding.proof.Facet;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/// Lengths of time are worked out again: between the two times that the sentence names, else between the beginnings of
/// what it tells of, else how long one of them took, else as a text says it.
final class SpanCheck {
    private SpanCheck() {}

    static List<String> wrong(
            List<Atom> atoms,
            List<Segment> segments,
            List<Block> blocks,
            Function<Set<Integer>, List<Facet>> facets,
            Reasons reasons) {
        List<String> wrong = new ArrayList<>();
        for (Atom atom : atoms) {
            if (atom instanceof Atom.Span span && !holds(span, atoms, segments, blocks, facets)) {
                wrong.add(reasons.span(span));
            }
        }
        return wrong;
    }

    private static boolean holds(
            Atom.Span span,
            List<Atom> atoms,
            List<Segment> segments,
            List<Block> blocks,
            Function<Set<Integer>, List<Facet>> facets) {
        List<Atom.Moment> moments = atoms.stream()
                .filter(Atom.Moment.class::isInstance)
                .map(Atom.Moment.class::cast)
                .filter(moment -> moment.when().hasClock())
                .toList();
        if (moments.size() == 2) {
            return lasts(span, moments.getFirst(), moments.getLast());
        }
        List<Facet> cited = segments.stream()
                .flatMap(segment -> facets.apply(segment.marks()).stream())
                .toList();
        List<Instant> begins = begins(blocks);
        return apart(
                        span,
                        begins.size() > 1
                                ? begins
                                : begins(List.of(new Block(
                                        List.of(),
                                        cited.stream()
                                                .filter(facet -> !facet.broad())
                                                .toList()))))
                || narrow(blocks, cited).stream().anyMatch(facet -> facet.holds(span));
    }

    /// Those that bear out the sentence; all that are cited where it names nothing else.
    private static List<Facet> narrow(List<Block> blocks, List<Facet> cited) {
        List<Facet> own = blocks.stream()
                .filter(block -> !block.atoms().isEmpty())
                .flatMap(block -> block.facets().stream())
                .toList();
        return own.isEmpty() ? cited : own;
    }

    private static boolean lasts(Atom.Span span, Atom.Moment from, Atom.Moment to) {
        long seconds = Math.abs(to.when().order() - from.when().order());
        boolean oneDated = from.when().hasDate() != to.when().hasDate();
        long ofDay = Math.abs(to.when().daySeconds() - from.when().daySeconds());
        return Facet.lasts(span, Duration.ofSeconds(oneDated ? ofDay : seconds))
                || (oneDated && Facet.lasts(span, Duration.ofSeconds(86_400 - ofDay)));
    }

    private static List<Instant> begins(List<Block> blocks) {
        var begins = new TreeSet<Instant>();
        blocks.stream()
                .flatMap(block -> block.facets().stream())
                .forEach(facet -> facet.first().ifPresent(begins::add));
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
