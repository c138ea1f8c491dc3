package dev.analystcopilot.eval.retrieval;

import dev.analystcopilot.embeddings.text.TextEmbedder;
import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.eval.Row;
import dev.analystcopilot.eval.Score;
import dev.analystcopilot.eval.metric.Ranking;
import dev.analystcopilot.eval.peer.Peer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One system on one set: how good, and how long a question takes, embedding apart.
///
/// @param refs of the documents, by passage id: a document counts once, at its best passage
record Trial(List<Query> queries, Map<String, String> refs, TextEmbedder embedder) {
    private static final int DEPTH = 50;
    private static final double MILLION = 1e6;
    private static final double MEDIAN = 0.5;
    private static final double SLOWEST = 0.99;

    Row of(Peer peer) {
        run(peer, new ArrayList<>()); // the first round warms caches and compilers
        var times = new ArrayList<Long>();
        Map<String, Score> values = new LinkedHashMap<>();
        Ranking.mean(run(peer, times)).forEach((name, score) -> {
            if (!name.equals("hit@3") && !name.equals("hit@5")) {
                values.put(name, score);
            }
        });
        times.sort(null);
        values.put("p50 ms", Score.of(at(times, MEDIAN)));
        values.put("p99 ms", Score.of(at(times, SLOWEST)));
        return new Row(peer.name(), values);
    }

    private List<Map<String, Score>> run(Peer peer, List<Long> times) {
        List<Map<String, Score>> scores = new ArrayList<>();
        for (Query query : queries) {
            Vector vector = embedder.embedQuery(query.text());
            long begin = System.nanoTime();
            List<String> found = peer.search(query.text(), vector, DEPTH);
            times.add(System.nanoTime() - begin);
            scores.add(Ranking.scores(answers(query, found), query.relevant()));
        }
        return scores;
    }

    /// Passages by their own id where the query asks for passages, else by their document's ref.
    private List<String> answers(Query query, List<String> passages) {
        return passages.stream()
                .map(id -> query.relevant().containsKey(id) ? id : refs.getOrDefault(id, id))
                .toList();
    }

    private static double at(List<Long> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, (long) (share * sorted.size()))) / MILLION;
    }
}
