package dev.analystcopilot.api.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.RunningApi;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.HumanVerdict;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Subject;
import dev.analystcopilot.knowledge.postgres.ModelRow.Status;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.learning.Basis;
import dev.analystcopilot.knowledge.postgres.learning.Basis.Computed;
import dev.analystcopilot.knowledge.postgres.learning.FeatureRow;
import dev.analystcopilot.knowledge.postgres.learning.Judgement;
import dev.analystcopilot.knowledge.postgres.learning.JudgementStore;
import dev.analystcopilot.knowledge.postgres.learning.PastStore;
import dev.analystcopilot.triage.disposition.CaseFeatures;
import dev.analystcopilot.triage.learning.DispositionLearner;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class RetrainingTest {
    @RegisterExtension
    static final RunningApi API = new RunningApi();

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @Test
    void whatTheTeamTaughtDecidesOnlyIfTheReplayAllowsIt() {
        Scope scope = Scope.analyst("teachers");
        // Here an attack is what reaches much, and everything else is none, however loud it is.
        judge(scope, 120, false);

        Retraining.Outcome outcome = API.part(Retraining.class).run(scope.tenant(), "lead");

        assertThat(outcome.state()).as(String.join("; ", outcome.reasons())).isEqualTo("promoted");
        assertThat(API.database().models().active(scope, DispositionLearner.KIND))
                .hasValueSatisfying(model -> assertThat(model.version()).isEqualTo(outcome.version()));
    }

    @Test
    void whatContradictsItselfOnlyWatchesAndIsCompared() {
        Scope scope = Scope.analyst("unsure");
        judge(scope, 80, true);
        new PastStore(API.database()).putFeatures(scope, Map.of("case-x", row(new Random(1), true)));

        Retraining.Outcome outcome = API.part(Retraining.class).run(scope.tenant(), "lead");

        assertThat(outcome.state()).isEqualTo("shadow");
        assertThat(outcome.reasons()).isNotEmpty();
        assertThat(API.database().models().shadow(scope, DispositionLearner.KIND))
                .hasValueSatisfying(model -> assertThat(model.status()).isEqualTo(Status.SHADOW));
        assertThat(new Shadows(API.database(), new PastStore(API.database())).compare(scope))
                .hasValueSatisfying(shadow -> assertThat(shadow.compared()).isEqualTo(1));
    }

    /// @param turning whether what was none before is an attack later
    private static void judge(Scope scope, int cases, boolean turning) {
        var random = new Random(11);
        for (int i = 0; i < cases; i++) {
            boolean reaches = i % 3 == 0;
            boolean attack = turning ? (i > cases / 2) == reaches : reaches;
            API.part(JudgementStore.class).add(scope, judgement("case-" + i, i, attack, row(random, reaches)));
        }
    }

    private static FeatureRow row(Random random, boolean reaches) {
        float[] values = new float[CaseFeatures.NAMES.size()];
        for (int f = 0; f < values.length; f++) {
            values[f] = random.nextFloat() * 0.4f + (reaches ? 0.6f : 0);
        }
        return FeatureRow.of(DispositionLearner.FEATURES, values);
    }

    private static Judgement judgement(String id, int minute, boolean attack, FeatureRow row) {
        Instant at = NOON.plusSeconds(60L * minute);
        return new Judgement(
                new HumanVerdict(
                        "v-" + id,
                        Subject.CASE,
                        id,
                        Optional.empty(),
                        attack ? Verdict.TRUE_POSITIVE : Verdict.BENIGN,
                        "",
                        "ann",
                        at),
                new Basis(
                        Severity.LOW,
                        List.of(),
                        List.of(),
                        1,
                        Optional.of(at),
                        Optional.of(new Computed(Verdict.INSUFFICIENT_DATA, 0.5, Optional.of(row)))));
    }
}
