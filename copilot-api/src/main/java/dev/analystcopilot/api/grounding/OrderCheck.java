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

    static List<String> wrong(
            String words, List<Atom> atoms, List<Segment> segments, List<Block> blocks, Reasons reasons) {
        List<Placed> placed = placed(segments, blocks);
        List<String> wrong = new ArrayList<>();
        for (Atom atom : atoms) {
            if (atom instanceof Atom.Order order) {
                Optional<Integer> cut = cut(words, order);
                if (cut.isPresent() && contradicts(order, cut.get(), placed)) {
                    wrong.add(reasons.order(order));
                }
            }
        }
        return wrong;
    }

    /// @param at where it begins
    private record Placed(int at, Block block) {}

    /// Blocks without atoms stand where their segment does.
    private static List<Placed> placed(List<Segment> segments, List<Block> blocks) {
        List<Placed> placed = new ArrayList<>();
        int empty = 0;
        List<Segment> bare = segments.stream()
                .filter(segment -> segment.atoms().stream().allMatch(Atom.Order.class::isInstance))
                .toList();
        for (Block block : blocks) {
            if (!block.atoms().isEmpty()) {
                placed.add(new Placed(block.atoms().getFirst().start(), block));
            } else if (empty < bare.size()) {
                // Before its end and behind every word of order in it.
                placed.add(new Placed(
                        Math.max(bare.get(empty).start(), bare.get(empty).end() - 1), block));
                empty++;
            }
        }
        return placed;
    }

    private static boolean contradicts(Atom.Order order, int cut, List<Placed> placed) {
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
            return false;
        }
        return !follows(order.leftFirst() ? left : right, order.leftFirst() ? right : left);
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
