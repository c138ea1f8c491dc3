package dev.analystcopilot.triage.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.triage.learning.MissBudget.Label;
import dev.analystcopilot.triage.learning.MissBudget.MayClose;
import dev.analystcopilot.triage.learning.MissBudget.MayNotClose;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class MissBudgetTest {
    private static final MissBudget BUDGET = MissBudget.DEFAULT;

    @Test
    void withoutLabelsNothingMayBeClosed() {
        assertThat(BUDGET.allowance(List.of())).isEqualTo(new MayNotClose(0, 0, 299));
    }

    @Test
    void oneLabelShortItSaysOneMore() {
        assertThat(BUDGET.allowance(labels(298, 0.9, 0))).isEqualTo(new MayNotClose(298, 0, 1));
    }

    @Test
    void enoughCleanLabelsOpenTheThresholdTheyReach() {
        assertThat(BUDGET.allowance(labels(299, 0.9, 0))).isInstanceOfSatisfying(MayClose.class, open -> {
            assertThat(open.threshold()).isEqualTo(0.5);
            assertThat(open.bound()).isLessThanOrEqualTo(0.01);
        });
    }

    @Test
    void aMissCostsMoreLabels() {
        assertThat(BUDGET.allowance(labels(299, 0.9, 1))).isEqualTo(new MayNotClose(299, 1, 473 - 299));
    }

    @Test
    void missesAtLowConfidenceKeepTheThresholdHigh() {
        var labels = new ArrayList<>(labels(400, 0.95, 0));
        labels.addAll(labels(100, 0.62, 8));

        assertThat(BUDGET.allowance(labels))
                .isInstanceOfSatisfying(
                        MayClose.class, open -> assertThat(open.threshold()).isEqualTo(0.63));
    }

    /// Teams whose rate of misses rises as confidence falls, in three shapes: however many thresholds are tried, one
    /// whose true share of attacks is above the budget opens in at most 5 % of them.
    @Test
    void opensAThresholdThatMissesTooMuchInAtMostOneOfTwentyTeams() {
        List<DoubleUnaryOperator> shapes = List.of(
                confidence -> 0.012,
                confidence -> 0.04 * (1 - confidence),
                confidence -> confidence > 0.8 ? 0.003 : 0.05);
        var random = new Random(7);
        int teams = 400;
        for (DoubleUnaryOperator missRate : shapes) {
            int wrong = 0;
            for (int team = 0; team < teams; team++) {
                var labels = new ArrayList<Label>();
                for (int i = 0; i < 1_500; i++) {
                    double confidence = 0.5 + random.nextDouble() / 2;
                    labels.add(new Label(confidence, random.nextDouble() < missRate.applyAsDouble(confidence)));
                }
                if (BUDGET.allowance(labels) instanceof MayClose open) {
                    wrong += trueRate(missRate, open.threshold()) > BUDGET.mostMissed() ? 1 : 0;
                }
            }
            assertThat(wrong / (double) teams).isLessThanOrEqualTo(0.05 + 3 * Math.sqrt(0.05 * 0.95 / teams));
        }
    }

    private static double trueRate(DoubleUnaryOperator missRate, double from) {
        double sum = 0;
        int steps = 10_000;
        for (int i = 0; i < steps; i++) {
            sum += missRate.applyAsDouble(from + (1 - from) * (i + 0.5) / steps);
        }
        return sum / steps;
    }

    private static List<Label> labels(int count, double confidence, int missed) {
        var labels = new ArrayList<Label>();
        for (int i = 0; i < count; i++) {
            labels.add(new Label(confidence, i < missed));
        }
        return labels;
    }
}
