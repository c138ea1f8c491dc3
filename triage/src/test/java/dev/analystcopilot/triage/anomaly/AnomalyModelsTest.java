package dev.analystcopilot.triage.anomaly;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.analystcopilot.triage.feature.BurstFeatures;
import dev.analystcopilot.triage.model.ModelFile;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AnomalyModelsTest {
    private static final List<String> NAMES = List.of("a", "b");
    private static final float[][] USUAL = rows(0, 500, 1);
    private static final float[][] ELSEWHERE = rows(5, 500, 2);

    private static float[][] rows(float around, int count, long seed) {
        var random = new SplittableRandom(seed);
        var rows = new float[count][];
        for (int i = 0; i < count; i++) {
            rows[i] = new float[] {around + (float) random.nextDouble(), (float) random.nextDouble()};
        }
        return rows;
    }

    private static ModelFile file(float[][] rows) {
        return AnomalyTraining.fit(rows, NAMES, Map.of("data", "made up"));
    }

    @Test
    void theQuantilesTravelInTheFile() {
        try (var fitted = ForestModel.fit(USUAL, NAMES);
                var read = ForestModel.of(file(USUAL))) {
            float[] expected = fitted.score(USUAL);
            float[] scores = read.score(USUAL);
            for (int i = 0; i < scores.length; i++) {
                assertThat(scores[i]).isCloseTo(expected[i], within(0.005f));
            }
        }
    }

    @Test
    void aNewSiteRestsOnWhatWasLearntElsewhereAnOldOneOnItself() {
        try (var prior = ForestModel.of(file(ELSEWHERE));
                var early = AnomalyModels.forScope(USUAL, NAMES, 1, prior);
                var late = AnomalyModels.forScope(USUAL, NAMES, 10_000, prior);
                var own = ForestModel.fit(USUAL, NAMES)) {
            float[][] row = {USUAL[7]};

            assertThat(early.score(row)[0]).isCloseTo(prior.score(row)[0], within(0.01f));
            assertThat(late.score(row)[0]).isCloseTo(own.score(row)[0], within(0.02f));
        }
    }

    @Test
    void featuresMayBeAddedButNotTakenAway() {
        var wider = new float[USUAL.length][];
        for (int i = 0; i < wider.length; i++) {
            wider[i] = new float[] {1, USUAL[i][1], USUAL[i][0]};
        }
        try (var prior = ForestModel.of(file(USUAL));
                var model = AnomalyModels.forScope(wider, List.of("new", "b", "a"), 1, prior)) {
            assertThat(model.score(wider)[3]).isCloseTo(prior.score(USUAL)[3], within(0.01f));
            assertThatThrownBy(() -> AnomalyModels.forScope(USUAL, List.of("a", "c"), 1, prior))
                    .hasMessageContaining("[b]");
        }
    }

    @Test
    void theOddValueMakesTheScore() {
        try (var prior = ForestModel.of(file(USUAL));
                var model = AnomalyModels.forScope(USUAL, NAMES, 100, prior)) {
            assertThat(model.explain(new float[] {9, 0.5f}).getFirst().feature())
                    .isEqualTo("a");
        }
    }

    @Test
    void moreOfTheSameIsStableAndSomethingElseDrifts() {
        try (var model = ForestModel.of(file(USUAL))) {
            assertThat(model.drift(rows(0, 400, 9)).drifting()).isFalse();
            assertThat(model.drift(ELSEWHERE).most()).map(Drift.Moved::feature).contains("a");
            assertThat(model.drift(rows(5, 20, 3))).asString().startsWith("too few rows");
        }
    }

    @Test
    void theShippedModelReadsTodaysFeatures() {
        try (var shipped = ForestModel.shipped()) {
            assertThat(BurstFeatures.NAMES).containsAll(shipped.featureNames());
            assertThat(shipped.onnx()).hasSizeLessThan(2_000_000);
        }
    }

    @Test
    void theSameRowsMakeTheSameFile() {
        assertThat(file(USUAL)).isEqualTo(file(USUAL));
    }
}
