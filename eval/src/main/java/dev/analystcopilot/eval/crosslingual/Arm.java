package dev.analystcopilot.eval.crosslingual;

import dev.analystcopilot.eval.Score;
import dev.analystcopilot.eval.metric.Ranking;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One way to search, scored on all pairs of a set in one direction.
final class Arm {
    private final List<Map<String, Score>> queries = new ArrayList<>();

    void score(Iterable<String> refs, String answer) {
        var ranked = new ArrayList<String>();
        refs.forEach(ranked::add);
        queries.add(Ranking.scores(ranked, Map.of(answer, 1.0)));
    }

    Map<String, Score> means() {
        Map<String, Score> all = Ranking.mean(queries);
        Map<String, Score> shown = new LinkedHashMap<>();
        List.of("n", "hit@1", "recall@10", "ndcg@10").forEach(name -> shown.put(name, all.get(name)));
        return shown;
    }

    double ndcg() {
        return means().get("ndcg@10") instanceof Score.Graded graded ? graded.value() : 0;
    }
}
