package dev.analystcopilot.triage.disposition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.analystcopilot.triage.disposition.DispositionTraining.LabelledCase;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DispositionTrainingTest {
    private static final int EFFECTS = CaseFeatures.index("effects");
    private static final int THREAT = CaseFeatures.index("mean_threat");

    /// Attacks where something took effect, nine times of ten.
    private static List<LabelledCase> cases() {
        var random = new SplittableRandom(4);
        var cases = new ArrayList<LabelledCase>();
        for (int i = 0; i < 400; i++) {
            var row = new float[CaseFeatures.NAMES.size()];
            boolean attack = random.nextInt(4) == 0;
            row[EFFECTS] = attack == random.nextInt(10) > 0 ? 2 : 0;
            row[THREAT] = random.nextFloat();
            cases.add(LabelledCase.of("network " + i % 4, row, attack));
        }
        return cases;
    }

    private static double probability(DispositionModel model, float effects) {
        var row = new float[CaseFeatures.NAMES.size()];
        row[EFFECTS] = effects;
        row[THREAT] = 0.5f;
        return Questions.probability(model.logOdds(new float[][] {row})[0]);
    }

    @Test
    void theSameCasesGiveTheSameFile() {
        assertThat(DispositionTraining.train(cases())).isEqualTo(DispositionTraining.train(cases()));
    }

    @Test
    void whatIsSaidIsWhatWas() {
        try (var model = DispositionModel.of(DispositionTraining.train(cases()))) {
            assertThat(probability(model, 2)).isCloseTo(0.75, within(0.12));
            assertThat(probability(model, 0)).isCloseTo(0.04, within(0.06));
        }
    }

    @Test
    void moreEffectsNeverMakeAnAttackLessLikely() {
        try (var model = DispositionModel.shipped()) {
            for (int effects = 0; effects < 6; effects++) {
                assertThat(probability(model, effects + 1)).isGreaterThanOrEqualTo(probability(model, effects));
            }
        }
    }

    @Test
    void attacksAloneTeachNothing() {
        List<LabelledCase> attacks =
                cases().stream().filter(LabelledCase::attack).toList();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> DispositionTraining.train(attacks))
                .withMessageContaining("both are needed");
    }

    @Test
    void anUntaughtModelSaysEven() {
        try (var model = DispositionModel.of(DispositionTraining.untaught())) {
            assertThat(probability(model, 3)).isEqualTo(0.5);
        }
    }

    @Test
    void calibrationTakesBackWhatIsTooSure() {
        var logOdds = new double[200];
        var labels = new boolean[200];
        var weights = new double[200];
        for (int i = 0; i < 200; i++) {
            boolean said = i % 2 == 0;
            logOdds[i] = said ? 5 : -5;
            labels[i] = i % 10 < 2 ? !said : said;
            weights[i] = 1;
        }

        assertThat(Questions.probability(
                        Calibration.fit(logOdds, labels, weights).apply(5)))
                .isCloseTo(0.8, within(0.05));
    }
}
