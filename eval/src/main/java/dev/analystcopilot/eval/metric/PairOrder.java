package dev.analystcopilot.eval.metric;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How good an order is, against a partial order: only pairs that the truth orders count. The definition is that of
/// the measuring rod: a pair of which one is missing is wrong, and only an id's first mention counts.
public final class PairOrder {
    private PairOrder() {}

    /// @param first comes before `second`
    public record Pair(String first, String second) {}

    /// The share of pairs in the right order: a chance order has 0.5.
    ///
    /// @param order ids, first to last
    /// @throws IllegalArgumentException if the truth orders nothing
    public static double accuracy(List<String> order, List<Pair> truth) {
        if (truth.isEmpty()) {
            throw new IllegalArgumentException("no pair is ordered");
        }
        Map<String, Integer> place = new HashMap<>();
        for (int i = 0; i < order.size(); i++) {
            place.putIfAbsent(order.get(i), i);
        }
        long right = truth.stream()
                .filter(pair -> {
                    Integer first = place.get(pair.first());
                    Integer second = place.get(pair.second());
                    return first != null && second != null && first < second;
                })
                .count();
        return (double) right / truth.size();
    }
}
