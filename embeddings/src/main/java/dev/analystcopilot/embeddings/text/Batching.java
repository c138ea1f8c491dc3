package dev.analystcopilot.embeddings.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Which texts run together. A batch is padded to its longest text, and padding costs as much as text: neighbours in
/// length share a batch, and a batch holds so many texts that its padded tokens stay within a budget.
///
/// @param tokens   the most tokens in a batch, padding counted; a longer text makes a batch of its own
/// @param byLength whether texts are sorted by length first
public record Batching(int tokens, boolean byLength) {
    public Batching {
        if (tokens < 1) {
            throw new IllegalArgumentException("a batch holds at least one token, not " + tokens);
        }
    }

    /// What measured best on processors: beyond this, the states of a batch outgrow a core's cache, and 2,048 tokens
    /// are a third slower.
    public static Batching standard() {
        return new Batching(256, true);
    }

    /// Each text for itself: for models that give a text another vector in other company.
    public static Batching alone() {
        return new Batching(1, false);
    }

    /// @param lengths tokens per text
    /// @return the texts' indices, each once; if sorted, the longest first, so that no core ends up alone with it
    List<int[]> plan(int[] lengths) {
        Stream<Integer> indices = IntStream.range(0, lengths.length).boxed();
        List<Integer> order = byLength
                ? indices.sorted(Comparator.comparingInt(i -> -lengths[i])).toList()
                : indices.toList();
        List<int[]> batches = new ArrayList<>();
        int from = 0;
        while (from < order.size()) {
            int to = from + 1;
            int longest = lengths[order.get(from)];
            while (to < order.size() && fits(Math.max(longest, lengths[order.get(to)]), to + 1 - from)) {
                longest = Math.max(longest, lengths[order.get(to)]);
                to++;
            }
            batches.add(
                    order.subList(from, to).stream().mapToInt(Integer::intValue).toArray());
            from = to;
        }
        return batches;
    }

    private boolean fits(int longest, int texts) {
        return (long) longest * texts <= tokens;
    }
}
