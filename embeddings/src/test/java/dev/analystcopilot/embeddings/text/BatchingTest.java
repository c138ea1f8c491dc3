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

class BatchingTest {
    private static final int BUDGET = 100;
    private static final Batching SORTED = new Batching(BUDGET, true);

    @Test
    void neighboursInLengthShareABatch() {
        assertThat(SORTED.plan(new int[] {10, 50, 11, 49})).containsExactly(new int[] {1, 3}, new int[] {2, 0});
    }

    @Test
    void aTextBeyondTheBudgetStandsAlone() {
        assertThat(SORTED.plan(new int[] {500, 3})).containsExactly(new int[] {0}, new int[] {1});
    }

    @Test
    void unsortedTextsKeepTheirOrder() {
        assertThat(new Batching(BUDGET, false).plan(new int[] {10, 40, 50, 9}))
                .containsExactly(new int[] {0, 1}, new int[] {2, 3});
    }

    @Test
    void aloneIsAlone() {
        assertThat(Batching.alone().plan(new int[] {3, 4})).containsExactly(new int[] {0}, new int[] {1});
    }

    @Test
    void nothingMakesNoBatch() {
        assertThat(SORTED.plan(new int[0])).isEmpty();
    }

    @Property(tries = 200)
    void everyTextIsInOneBatch(@ForAll @Size(max = 60) List<@IntRange(max = 120) Integer> lengths) {
        List<int[]> batches = SORTED.plan(array(lengths));
        assertThat(batches.stream().flatMapToInt(Arrays::stream).sorted().boxed())
                .containsExactlyElementsOf(
                        IntStream.range(0, lengths.size()).boxed().toList());
    }

    @Property(tries = 200)
    void paddedBatchesKeepTheBudget(@ForAll @Size(max = 60) List<@IntRange(max = 120) Integer> lengths) {
        assertThat(SORTED.plan(array(lengths)))
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
