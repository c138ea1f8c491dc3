package dev.analystcopilot.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.analystcopilot.eval.Score;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/// The metrics against a naive model, written line by line after the measuring rod's `retrieval_metrics`.
class RankingProperties {
    private static final double EXACT = 1e-12;

    @Provide
    Arbitrary<List<String>> refs() {
        return Arbitraries.integers().between(0, 25).map(n -> "r" + n).list().ofMaxSize(20);
    }

    @Provide
    Arbitrary<Set<String>> wanted() {
        return Arbitraries.integers()
                .between(0, 25)
                .map(n -> "r" + n)
                .set()
                .ofMinSize(1)
                .ofMaxSize(14);
    }

    @Property(tries = 300)
    void agreesWithTheRod(@ForAll("refs") List<String> run, @ForAll("wanted") Set<String> want) {
        Map<String, Score> scores = Ranking.scores(run, grades(want));

        Map<String, Double> expected = naive(run, want);
        assertThat(scores.keySet()).containsExactlyElementsOf(expected.keySet());
        expected.forEach((name, value) -> assertThat(value(scores, name)).isCloseTo(value, within(EXACT)));
    }

    @Property(tries = 200)
    void staysWithinZeroAndOne(@ForAll("refs") List<String> run, @ForAll("wanted") Set<String> want) {
        assertThat(Ranking.scores(run, grades(want)).keySet())
                .allSatisfy(name -> assertThat(value(Ranking.scores(run, grades(want)), name))
                        .isBetween(0.0, 1.0 + EXACT));
    }

    @Property(tries = 200)
    void theIdealOrderIsPerfect(@ForAll("wanted") Set<String> want) {
        assertThat(Ranking.ndcg(List.copyOf(want), grades(want), 10)).isCloseTo(1, within(EXACT));
    }

    @Test
    void aHigherGradeBelongsFirst() {
        Map<String, Double> grades = Map.of("good", 2.0, "fair", 1.0);

        assertThat(Ranking.ndcg(List.of("good", "fair"), grades, 10)).isEqualTo(1);
        assertThat(Ranking.ndcg(List.of("fair", "good"), grades, 10)).isLessThan(1);
    }

    @Test
    void nothingRelevantIsNotWrong() {
        assertThat(Ranking.scores(List.of("a"), Map.of()).values()).allMatch(Score.Unscored.class::isInstance);
    }

    @Test
    void theMeanLeavesOutWhatIsNotScored() {
        var mean = Ranking.mean(List.of(
                Ranking.scores(List.of("a"), Map.of("a", 1.0)),
                Ranking.scores(List.of(), Map.of("a", 1.0)),
                Ranking.scores(List.of("a"), Map.of())));

        assertThat(mean).containsEntry("n", Score.of(2)).containsEntry("hit@1", Score.of(0.5));
    }

    private static Map<String, Double> grades(Set<String> want) {
        Map<String, Double> grades = new LinkedHashMap<>();
        want.forEach(ref -> grades.put(ref, 1.0));
        return grades;
    }

    private static double value(Map<String, Score> scores, String name) {
        return switch (scores.get(name)) {
            case Score.Graded graded -> graded.value();
            case Score.Unscored unscored -> throw new AssertionError(unscored.reason());
            case null -> throw new AssertionError("no " + name);
        };
    }

    private static Map<String, Double> naive(List<String> run, Set<String> want) {
        List<String> got = new ArrayList<>();
        for (String ref : run) {
            if (!got.contains(ref)) {
                got.add(ref);
            }
        }
        int[] rel = new int[Math.min(10, got.size())];
        for (int i = 0; i < rel.length; i++) {
            rel[i] = want.contains(got.get(i)) ? 1 : 0;
        }
        Map<String, Double> expected = new LinkedHashMap<>();
        for (int k : new int[] {1, 3, 5, 10}) {
            var seen = new HashSet<>(got.subList(0, Math.min(k, got.size())));
            seen.retainAll(want);
            expected.put("hit@" + k, seen.isEmpty() ? 0.0 : 1.0);
        }
        double found = 0;
        double first = 0;
        double dcg = 0;
        for (int i = 0; i < rel.length; i++) {
            found += rel[i];
            first = first == 0 && rel[i] == 1 ? 1.0 / (i + 1) : first;
            dcg += rel[i] * Math.log(2) / Math.log(i + 2);
        }
        double ideal = 0;
        for (int i = 0; i < Math.min(want.size(), 10); i++) {
            ideal += Math.log(2) / Math.log(i + 2);
        }
        expected.put("recall@10", found / want.size());
        expected.put("mrr@10", first);
        expected.put("ndcg@10", dcg / ideal);
        return expected;
    }
}
