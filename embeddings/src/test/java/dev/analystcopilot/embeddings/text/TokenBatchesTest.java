package dev.analystcopilot.embeddings.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class TokenBatchesTest {
    private static final int BUDGET = 100;

    @Test
    void neighboursInLengthShareABatch() {
        assertThat(TokenBatches.plan(new int[] {10, 50, 11, 49}, BUDGET))
                .containsExactly(new int[] {1, 3}, new int[] {2, 0});
    }

    @Test
    void aTextBeyondTheBudgetStandsAlone() {
        assertThat(TokenBatches.plan(new int[] {500, 3}, BUDGET)).containsExactly(new int[] {0}, new int[] {1});
    }

    @Test
    void nothingMakesNoBatch() {
        assertThat(TokenBatches.plan(new int[0], BUDGET)).isEmpty();
    }

    @Property(tries = 200)
    void everyTextIsInOneBatch(@ForAll @Size(max = 60) List<@IntRange(max = 120) Integer> lengths) {
        List<int[]> batches = TokenBatches.plan(array(lengths), BUDGET);
        assertThat(batches.stream().flatMapToInt(Arrays::stream).sorted().boxed())
                .containsExactlyElementsOf(
                        IntStream.range(0, lengths.size()).boxed().toList());
    }

    @Property(tries = 200)
    void paddedBatchesKeepTheBudget(@ForAll @Size(max = 60) List<@IntRange(max = 120) Integer> lengths) {
        assertThat(TokenBatches.plan(array(lengths), BUDGET))
                .allMatch(batch -> batch.length == 1
                        || batch.length
                                        * Arrays.stream(batch)
                                                .map(lengths::get)
                                                .max()
                                                .orElseThrow()
                                <= BUDGET);
    }

    private static int[] array(List<Integer> values) {
        return values.stream().mapToInt(Integer::intValue).toArray();
    }
}
