package dev.analystcopilot.embeddings.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Which texts run together. A batch is padded to its longest text, and padding costs as much as text: neighbours in
/// length share a batch, and a batch holds so many texts that its padded tokens stay within a budget.
final class TokenBatches {
    private TokenBatches() {}

    /// @param lengths tokens per text
    /// @param budget  the most tokens in a batch, padding counted; a longer text makes a batch of its own
    /// @return the texts' indices, each once, the longest batch first so that no core ends up alone with it
    static List<int[]> plan(int[] lengths, int budget) {
        List<Integer> byLength = IntStream.range(0, lengths.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> -lengths[i]))
                .toList();
        List<int[]> batches = new ArrayList<>();
        int from = 0;
        while (from < byLength.size()) {
            int longest = Math.max(1, lengths[byLength.get(from)]);
            int to = Math.min(byLength.size(), from + Math.max(1, budget / longest));
            batches.add(byLength.subList(from, to).stream()
                    .mapToInt(Integer::intValue)
                    .toArray());
            from = to;
        }
        return batches;
    }
}
