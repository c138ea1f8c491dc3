package dev.analystcopilot.api.grounding;

import dev.analystcopilot.api.grounding.Segments.Segment;
import dev.analystcopilot.api.grounding.atom.Atom;
import dev.analystcopilot.api.grounding.proof.Blocks.Block;
import dev.analystcopilot.api.grounding.proof.Facet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Checks words of order against the times of what they join. Two times that the sentence itself names are compared
/// first; else the beginnings of what bears out the words on both sides.
final class OrderCheck {
    private OrderCheck() {}

    /// Where words of order part a sentence.
    static List<Integer> cuts(String words, List<Atom> atoms) {
        List<Integer> cuts = new ArrayList<>();
        for (Atom atom : atoms) {
            if (atom instanceof Atom.Order order) {
                cut(words, order).ifPresent(cuts::add);
            }
        }
        return cuts;
    }

    private static Optional<Integer> cut(String words, Atom.Order order) {
        if (!order.leads()) {
            return Optional.of(order.start());
        }
        if (words.substring(0, order.start()).isBlank()) {
            int comma = Math.max(words.indexOf(',', order.end()), words.indexOf('，', order.end()));
            return comma < 0 ? Optional.empty() : Optional.of(comma);
        }
        int in = Math.max(words.lastIndexOf('在', order.start()), words.lastIndexOf('于', order.start()));
        return in < 0 ? Optional.empty() : Optional.of(in);
    }

    static void check(String words, List<Atom> atoms, List<Told> parts, Reasons reasons, Findings findings) {
        List<Placed> placed = placed(parts);
        List<Facet> events = parts.stream()
                .flatMap(part -> part.facets().stream())
                .filter(facet -> !facet.broad() && facet.first().isPresent())
                .distinct()
                .toList();
        for (Atom atom : atoms) {
            if (atom instanceof Atom.Order order) {
                cut(words, order).ifPresent(cut -> {
                    Optional<Boolean> follows = follows(order, cut, placed);
                    Optional<Boolean> told = follows.isPresent() ? follows : byWords(words, order, cut, events);
                    if (told.isPresent() && !told.get()) {
                        findings.wrong(reasons.order(order));
                    } else if (told.isPresent()) {
                        findings.holds();
                    } else if (events.size() > 1 && atoms.stream().noneMatch(Atom.Span.class::isInstance)) {
                        findings.vague();
                    }
                });
            }
        }
    }

    /// Where no values tell what stands on either side, its words do.
    private static Optional<Boolean> byWords(String words, Atom.Order order, int cut, List<Facet> events) {
        if (events.size() < 2) {
            return Optional.empty();
        }
        boolean leads = cut > order.start();
        String left = words.substring(leads ? order.end() : 0, cut);
        String right =
                words.substring(leads || cut == order.start() ? Math.max(cut, order.end()) : cut, words.length());
        List<Facet> first = Wording.nearest(left, events);
        List<Facet> second = Wording.nearest(right, events);
        if (first.size() != 1 || second.size() != 1 || first.equals(second)) {
            return Optional.empty();
        }
        Block one = new Block(List.of(), first);
        Block other = new Block(List.of(), second);
        return Optional.of(follows(order.leftFirst() ? one : other, order.leftFirst() ? other : one));
    }

    /// @param at where it begins
    private record Placed(int at, Block block) {}

    /// Blocks without atoms stand where their segment does.
    private static List<Placed> placed(List<Told> parts) {
        List<Placed> placed = new ArrayList<>();
        for (Told part : parts) {
            Segment segment = part.segment();
            for (Block block : part.blocks()) {
                // Before its end and behind every word of order in it.
                int at = block.atoms().isEmpty()
                        ? Math.max(segment.start(), segment.end() - 1)
                        : block.atoms().getFirst().start();
                placed.add(new Placed(at, block));
            }
        }
        return placed;
    }

    /// Empty where nothing stands on one of its sides, or the same on both.
    private static Optional<Boolean> follows(Atom.Order order, int cut, List<Placed> placed) {
        Block left = null;
        Block right = null;
        for (Placed one : placed) {
            if (one.at() < cut) {
                left = one.block();
            } else if (right == null) {
                right = one.block();
            }
        }
        if (left == null || right == null) {
            return Optional.empty();
        }
        return Optional.of(follows(order.leftFirst() ? left : right, order.leftFirst() ? right : left));
    }

    private static boolean follows(Block first, Block second) {
        List<Long> own = clocks(first);
        List<Long> other = clocks(second);
        if (own.size() == 1 && other.size() == 1) {
            return own.getFirst() <= other.getFirst();
        }
        List<Instant> begins = begins(first);
        List<Instant> later = begins(second);
        if (begins.isEmpty() || later.isEmpty()) {
            return true;
        }
        return begins.stream().anyMatch(begin -> later.stream().anyMatch(then -> !then.isBefore(begin)));
    }

    private static List<Long> clocks(Block block) {
        return block.atoms().stream()
                .filter(Atom.Moment.class::isInstance)
                .map(Atom.Moment.class::cast)
                .filter(moment -> moment.when().hasDate() && moment.when().hasClock())
                .map(moment -> moment.when().order())
                .toList();
    }

    private static List<Instant> begins(Block block) {
        return block.facets().stream()
                .map(Facet::first)
                .flatMap(Optional::stream)
                .toList();
    }
}
