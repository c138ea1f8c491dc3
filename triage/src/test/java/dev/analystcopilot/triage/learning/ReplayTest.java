package dev.analystcopilot.triage.learning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.learning.FeatureRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class ReplayTest {
    private static final Learner LEARNER = new BoostedLearner(List.of("loud", "odd"), BoostedLearner.CAUTIOUS);

    /// Cases that are attacks where they are odd; how loud they are says nothing.
    private static List<Adjudicated> past(int cases, long seed) {
        var random = new Random(seed);
        var past = new ArrayList<Adjudicated>();
        for (int i = 0; i < cases; i++) {
            float loud = random.nextFloat();
            float odd = random.nextFloat();
            boolean attack = odd > 0.7;
            past.add(new Adjudicated(
                    "case-" + i,
                    Judged.MONDAY.plusSeconds(i * 60L),
                    FeatureRow.of("2", new float[] {loud, odd}),
                    attack ? Verdict.TRUE_POSITIVE : Verdict.BENIGN));
        }
        return past;
    }

    @Test
    void whatLearntFromTheTeamBeatsAModelThatLooksAtTheWrongThing() {
        Replay replay = Replay.of(past(200, 3), LEARNER, model(row -> row[0]));

        assertThat(replay.objections()).isEmpty();
        assertThat(replay.tested()).isEqualTo(120);
        assertThat(replay.f1After()).isGreaterThan(replay.f1Before());
    }

    @Test
    void oneNewlyMissedAttackKeepsItInShadow() {
        var past = new ArrayList<>(past(200, 3));
        // A kind of attack that the past does not teach; whoever decides now sees it.
        past.set(
                190,
                new Adjudicated(
                        "quiet",
                        past.get(190).time(),
                        FeatureRow.of("2", new float[] {0.5f, 0.1f}),
                        Verdict.TRUE_POSITIVE));

        Replay replay = Replay.of(past, LEARNER, model(row -> row[1] > 0.7 || row[0] == 0.5f ? 0.9 : 0.1));

        assertThat(replay.newlyMissed()).containsExactly("quiet");
        assertThat(replay.objections()).isNotEmpty();
    }

    @Test
    void whatIsWorseAtSayingHowSureItIsStaysInShadow() {
        Replay replay = Replay.of(past(60, 5), LEARNER, model(row -> row[1] > 0.7 ? 0.999 : 0.001));

        assertThat(replay.objections()).anyMatch(objection -> objection.startsWith("log loss"));
    }

    @Test
    void withoutALaterAttackNothingIsProven() {
        List<Adjudicated> calm = past(100, 3).stream()
                .map(each -> new Adjudicated(each.id(), each.time(), each.row(), Verdict.BENIGN))
                .toList();

        assertThat(Replay.of(calm, LEARNER, model(row -> 0.1)).objections())
                .contains("no later attack to be tested on");
    }

    @Test
    void theOrderOfTheListDoesNotMatter() {
        List<Adjudicated> past = past(100, 9);

        assertThat(Replay.of(past.reversed(), LEARNER, model(row -> row[0])))
                .isEqualTo(Replay.of(past, LEARNER, model(row -> row[0])));
    }

    private static Candidate model(ToDoubleFunction<float[]> attack) {
        return new Candidate() {
            @Override
            public float[] attack(float[][] rows) {
                var scores = new float[rows.length];
                for (int i = 0; i < scores.length; i++) {
                    scores[i] = (float) attack.applyAsDouble(rows[i]);
                }
                return scores;
            }

            @Override
            public String version() {
                return "by-hand";
            }

            @Override
            public byte[] onnx() {
                return new byte[0];
            }

            @Override
            public void close() {}
        };
    }
}
