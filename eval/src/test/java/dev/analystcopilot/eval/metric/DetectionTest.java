package dev.analystcopilot.eval.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DetectionTest {
    private static final boolean[] WANTED = {true, false, true, false};

    @Test
    void aPerfectOrderScoresOne() {
        var detection = new Detection(new float[] {4, 1, 3, 2}, WANTED);

        assertThat(detection.auc()).isEqualTo(1);
        assertThat(detection.averagePrecision()).isEqualTo(1);
    }

    @Test
    void equalScoresBringNoLuck() {
        var detection = new Detection(new float[] {1, 1, 1, 1}, WANTED);

        assertThat(detection.auc()).isEqualTo(0.5);
        assertThat(detection.averagePrecision()).isEqualTo(0.5);
        assertThat(detection.recallWithin(0.5)).isEqualTo(0.5);
    }

    @Test
    void theBudgetIsRoundedUp() {
        var detection = new Detection(new float[] {4, 3, 2, 1}, WANTED);

        assertThat(detection.recallWithin(0.01)).isEqualTo(0.5);
        assertThat(detection.recallWithin(0.51)).isEqualTo(1);
        assertThat(detection.averagePrecision()).isCloseTo((1 + 2 / 3.0) / 2, within(1e-9));
        assertThat(detection.auc()).isEqualTo(0.75);
    }

    @Test
    void rowsOfOneKindSayNothing() {
        assertThatThrownBy(() -> new Detection(new float[2], new boolean[2])).hasMessageContaining("one kind");
    }
}
