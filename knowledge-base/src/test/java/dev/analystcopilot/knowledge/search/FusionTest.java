package dev.analystcopilot.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.postgres.PassageStore.Ranked;
import dev.analystcopilot.knowledge.search.Fusion.Fused;
import dev.analystcopilot.knowledge.text.Language;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class FusionTest {
    private static final Weights RANKS = Weights.of(Map.of(Feature.DENSE_RANK, 1.0, Feature.LEXICAL_RANK, 1.0));

    @Provide
    Arbitrary<List<String>> ids() {
        return Arbitraries.integers()
                .between(0, 30)
                .map(n -> "p" + n)
                .list()
                .uniqueElements()
                .ofMaxSize(20);
    }

    /// The naive model: 60 / (60 + rank - 1), added up over the lists.
    @Property(tries = 200)
    void rankWeightsAreReciprocalRankFusion(@ForAll("ids") List<String> lexical, @ForAll("ids") List<String> dense) {
        List<Fused> joined = Fusion.join(ranked(lexical), ranked(dense), Language.EN);

        Map<String, Double> expected = new LinkedHashMap<>();
        for (List<String> list : List.of(lexical, dense)) {
            for (int i = 0; i < list.size(); i++) {
                expected.merge(list.get(i), 60.0 / (60 + i), Double::sum);
            }
        }
        Map<String, Double> actual = new LinkedHashMap<>();
        joined.forEach(one -> actual.put(one.id(), RANKS.score(Weights.Group.EN, one.features())));
        assertThat(actual).isEqualTo(expected);
    }

    @Property(tries = 200)
    void everyPassageOfEitherListIsThereOnce(@ForAll("ids") List<String> lexical, @ForAll("ids") List<String> dense) {
        var all = new LinkedHashSet<>(lexical);
        all.addAll(dense);

        assertThat(Fusion.join(ranked(lexical), ranked(dense), Language.ZH))
                .extracting(Fused::id)
                .containsExactlyElementsOf(all);
    }

    @Property(tries = 200)
    void featuresAreSharesOfOne(@ForAll("ids") List<String> lexical, @ForAll("ids") List<String> dense) {
        assertThat(Fusion.join(ranked(lexical), ranked(dense), Language.EN))
                .flatExtracting(one -> one.features().values())
                .allMatch(value -> value >= 0 && value <= 1);
    }

    @Test
    void inBothListsBeatsFirstInOne() {
        List<Fused> joined = Fusion.join(ranked(List.of("a", "b")), ranked(List.of("c", "b")), Language.EN);

        assertThat(joined.stream()
                        .max(Comparator.comparingDouble(one -> RANKS.score(Weights.Group.EN, one.features())))
                        .map(Fused::id))
                .contains("b");
    }

    /// Falling scores below 1, as cosines are.
    private static List<Ranked> ranked(List<String> ids) {
        return IntStream.range(0, ids.size())
                .mapToObj(i -> new Ranked(ids.get(i), 0.9 - i / 100.0, List.of(ids.get(i))))
                .toList();
    }
}
