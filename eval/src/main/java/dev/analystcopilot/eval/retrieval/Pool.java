package dev.analystcopilot.eval.retrieval;

import dev.analystcopilot.eval.metric.Ranking;
import dev.analystcopilot.knowledge.search.Candidate;
import dev.analystcopilot.knowledge.search.Feature;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// What search found for one question, to be ordered by weights on trial: some thousand times, so features lie in rows.
final class Pool {
    private static final int DEPTH = 10;
    private static final List<Feature> FEATURES = List.of(Feature.values());

    private final Query query;
    private final List<Candidate> candidates;
    private final double[][] features;

    /// @param query nothing is relevant to a question about something else
    Pool(Query query, List<Candidate> candidates) {
        this.query = query;
        this.candidates = candidates.stream()
                .sorted(Comparator.comparing(candidate -> candidate.passage().id()))
                .toList();
        this.features = this.candidates.stream().map(Pool::row).toArray(double[][]::new);
    }

    private static double[] row(Candidate candidate) {
        return FEATURES.stream().mapToDouble(candidate::feature).toArray();
    }

    /// In the product's order: the best passage of each document.
    List<Candidate> ordered(Map<Feature, Double> weights) {
        double[] each = FEATURES.stream()
                .mapToDouble(feature -> weights.getOrDefault(feature, 0.0))
                .toArray();
        double[] scores = new double[features.length];
        for (int i = 0; i < features.length; i++) {
            for (int f = 0; f < each.length; f++) {
                scores[i] += each[f] * features[i][f];
            }
        }
        Set<String> documents = new HashSet<>();
        return IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> !candidates.get(i).named())
                        .thenComparingDouble(i -> -scores[i]))
                .map(candidates::get)
                .filter(candidate -> documents.add(candidate.passage().documentId()))
                .limit(DEPTH)
                .toList();
    }

    double ndcg(Map<Feature, Double> weights) {
        return Ranking.ndcg(ordered(weights).stream().map(this::answer).toList(), query.relevant(), DEPTH);
    }

    boolean offTopic() {
        return query.relevant().isEmpty();
    }

    boolean right(Candidate candidate) {
        return query.relevant().containsKey(answer(candidate));
    }

    private String answer(Candidate candidate) {
        String id = candidate.passage().id();
        return query.relevant().containsKey(id) ? id : candidate.passage().ref();
    }
}
