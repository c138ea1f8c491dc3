package dev.analystcopilot.eval.retrieval;

import dev.analystcopilot.eval.metric.Ranking;
import dev.analystcopilot.knowledge.search.Candidate;
import dev.analystcopilot.knowledge.search.Feature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// What search found for one question, to be ordered by weights on trial: some thousand times, so features lie in rows.
final class Pool {
    private static final int DEPTH = 10;
    private static final List<Feature> FEATURES = List.of(Feature.values());

    private final Query query;
    private final List<Candidate> candidates;
    private final double[][] features;
    private final int[] documents;

    /// @param query nothing is relevant to a question about something else
    Pool(Query query, List<Candidate> candidates) {
        this.query = query;
        this.candidates = candidates.stream()
                .sorted(Comparator.comparing(candidate -> candidate.passage().id()))
                .toList();
        this.features = this.candidates.stream().map(Pool::row).toArray(double[][]::new);
        List<String> ids = this.candidates.stream()
                .map(candidate -> candidate.passage().documentId())
                .distinct()
                .toList();
        this.documents = this.candidates.stream()
                .mapToInt(candidate -> ids.indexOf(candidate.passage().documentId()))
                .toArray();
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
        return best(scores);
    }

    /// Of few the best by looking again, which is faster than sorting all.
    private List<Candidate> best(double[] scores) {
        boolean[] taken = new boolean[scores.length];
        var best = new ArrayList<Candidate>();
        int next = first(scores, taken);
        while (next >= 0 && best.size() < DEPTH) {
            best.add(candidates.get(next));
            for (int i = 0; i < taken.length; i++) {
                taken[i] |= documents[i] == documents[next];
            }
            next = first(scores, taken);
        }
        return best;
    }

    private int first(double[] scores, boolean[] taken) {
        int first = -1;
        for (int i = 0; i < scores.length; i++) {
            if (!taken[i] && (first < 0 || before(scores, i, first))) {
                first = i;
            }
        }
        return first;
    }

    private boolean before(double[] scores, int one, int other) {
        boolean named = candidates.get(one).named();
        return named == candidates.get(other).named() ? scores[one] > scores[other] : named;
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
