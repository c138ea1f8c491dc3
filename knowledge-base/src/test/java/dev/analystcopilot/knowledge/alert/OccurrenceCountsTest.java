package dev.analystcopilot.knowledge.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class OccurrenceCountsTest {

    @Property(tries = 200)
    void itCountsLikeAMap(@ForAll @Size(max = 3_000) List<@LongRange(min = -700, max = 700) Long> numbers) {
        var counts = new OccurrenceCounts();
        Map<Long, Integer> reference = new HashMap<>();

        assertThat(numbers)
                .allSatisfy(
                        number -> assertThat(counts.count(number)).isEqualTo(reference.merge(number, 1, Integer::sum)));
    }

    @Test
    void everyNumberIsStillKnownAfterGrowing() {
        var counts = new OccurrenceCounts();
        for (long i = 0; i < 100_000; i++) {
            counts.count(i);
        }

        assertThat(counts.count(5)).isEqualTo(2);
    }
}
