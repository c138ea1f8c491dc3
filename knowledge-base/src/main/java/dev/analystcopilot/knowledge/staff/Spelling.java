package dev.analystcopilot.knowledge.staff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// How much a question and each of many texts are written alike: the cosine of their pieces, each weighed by how rare
/// it is (tf-idf). Immutable.
final class Spelling {
    private final int texts;
    private final Map<String, Integer> spread = new HashMap<>();
    private final Map<String, List<Posting>> postings = new HashMap<>();

    /// @param text the number of a text that has the piece
    private record Posting(int text, double weight) {}

    Spelling(List<Map<String, Integer>> pieces) {
        this.texts = pieces.size();
        pieces.forEach(counts -> counts.keySet().forEach(piece -> spread.merge(piece, 1, Integer::sum)));
        for (int i = 0; i < texts; i++) {
            int number = i;
            weighed(pieces.get(i))
                    .forEach((piece, weight) -> postings.computeIfAbsent(piece, key -> new ArrayList<>())
                            .add(new Posting(number, weight)));
        }
    }

    /// For each text 0 to 1, in their order.
    List<Double> alike(Map<String, Integer> pieces) {
        double[] sums = new double[texts];
        weighed(pieces).forEach((piece, weight) -> {
            for (Posting posting : postings.getOrDefault(piece, List.of())) {
                sums[posting.text()] += weight * posting.weight();
            }
        });
        var alike = new ArrayList<Double>(texts);
        for (double sum : sums) {
            alike.add(sum);
        }
        return alike;
    }

    /// Of length 1, in a fixed order, so that sums are the same each time.
    private Map<String, Double> weighed(Map<String, Integer> pieces) {
        var weights = new TreeMap<String, Double>();
        pieces.forEach((piece, n) ->
                weights.put(piece, (1 + Math.log(n)) * Math.log(1 + texts / (1.0 + spread.getOrDefault(piece, 0)))));
        double length = Math.sqrt(
                weights.values().stream().mapToDouble(weight -> weight * weight).sum());
        weights.replaceAll((piece, weight) -> length == 0 ? 0 : weight / length);
        return weights;
    }
}
