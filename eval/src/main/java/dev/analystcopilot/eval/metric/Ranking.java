package dev.analystcopilot.eval.metric;

import dev.analystcopilot.eval.Score;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How good a ranked list is. The definitions are those of `retrieval_metrics` in the measuring rod: repeats of a ref
/// take no rank, a query without an answer scores 0. Grades are gains as they are (for 0 and 1 that is the rod's
/// nDCG), discounted by log2(rank + 1): Järvelin & Kekäläinen, ACM TOIS 20(4), 2002.
public final class Ranking {
    private static final int DEPTH = 10;

    private final List<String> refs;
    private final Map<String, Double> grades;

    /// @param refs the best first
    /// @param grades by ref, above 0 for what is relevant
    private Ranking(List<String> refs, Map<String, Double> grades) {
        this.refs = refs.stream().distinct().toList();
        this.grades = grades;
    }

    /// All metrics of one query; unscored where nothing is relevant.
    public static Map<String, Score> scores(List<String> refs, Map<String, Double> grades) {
        grades.forEach((ref, grade) -> {
            if (!(grade > 0)) {
                throw new IllegalArgumentException("the grade of " + ref + " must be above 0, not " + grade);
            }
        });
        var ranking = new Ranking(refs, grades);
        Map<String, Score> scores = new LinkedHashMap<>();
        for (int k : new int[] {1, 3, 5, DEPTH}) {
            scores.put("hit@" + k, ranking.orNone(ranking.hit(k)));
        }
        scores.put("recall@10", ranking.orNone(ranking.recall(DEPTH)));
        scores.put("mrr@10", ranking.orNone(ranking.reciprocalRank(DEPTH)));
        scores.put("ndcg@10", ranking.orNone(ranking.ndcg(DEPTH)));
        return scores;
    }

    public static double ndcg(List<String> refs, Map<String, Double> grades, int k) {
        return new Ranking(refs, grades).ndcg(k);
    }

    /// The mean of what is graded, by metric; unscored where nothing is. `n` counts the graded queries.
    public static Map<String, Score> mean(Collection<Map<String, Score>> queries) {
        Map<String, Score> means = new LinkedHashMap<>();
        long graded = queries.stream()
                .filter(query -> query.values().stream().anyMatch(Score.Graded.class::isInstance))
                .count();
        means.put("n", Score.of((double) graded));
        queries.stream().flatMap(query -> query.keySet().stream()).distinct().forEach(name -> {
            var values = queries.stream()
                    .map(query -> query.get(name))
                    .filter(Score.Graded.class::isInstance)
                    .mapToDouble(score -> ((Score.Graded) score).value())
                    .average();
            means.put(name, values.isPresent() ? Score.of(values.getAsDouble()) : Score.none("no query is graded"));
        });
        return means;
    }

    private Score orNone(double value) {
        return grades.isEmpty() ? Score.none("nothing is relevant") : Score.of(value);
    }

    private double gain(int index) {
        return grades.getOrDefault(refs.get(index), 0.0);
    }

    private double hit(int k) {
        return refs.stream().limit(k).anyMatch(grades::containsKey) ? 1 : 0;
    }

    private double recall(int k) {
        long found = refs.stream().limit(k).filter(grades::containsKey).count();
        return (double) found / Math.max(1, grades.size());
    }

    private double reciprocalRank(int k) {
        for (int i = 0; i < Math.min(k, refs.size()); i++) {
            if (gain(i) > 0) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }

    private double ndcg(int k) {
        double sum = 0;
        for (int i = 0; i < Math.min(k, refs.size()); i++) {
            sum += gain(i) / log2(i + 2);
        }
        List<Double> ideal = grades.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(k)
                .toList();
        double best = 0;
        for (int i = 0; i < ideal.size(); i++) {
            best += ideal.get(i) / log2(i + 2);
        }
        return best == 0 ? 0 : sum / best;
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
