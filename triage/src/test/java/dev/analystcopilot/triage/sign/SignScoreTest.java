package dev.analystcopilot.triage.sign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignScoreTest {
    private final Signs signs = Signs.load();

    @Test
    void theSourcesGradeAloneIsAWeakPrior() {
        assertThat(SignScore.of(signs, List.of(), 12, Severity.HIGH).probability())
                .isBetween(0.6, 0.75);
    }

    @Test
    void aStrongSignOutweighsALowGrade() {
        assertThat(score(3, "reverse-shell").verdict(true)).isEqualTo(Verdict.TRUE_POSITIVE);
    }

    @Test
    void signsOfOneDirectionOverlap() {
        double one = score(5, "reverse-shell").logOdds();
        double two = score(5, "reverse-shell", "credential-tool").logOdds();

        assertThat(two - one).isPositive().isLessThan(one);
    }

    @Test
    void everydayWorkUnderARuleThatClaimsAnAttackIsAFalseAlarm() {
        assertThat(score(7, "packages").verdict(true)).isEqualTo(Verdict.FALSE_POSITIVE);
    }

    @Test
    void aThreateningSignKeepsABodyFromBeingEveryday() {
        assertThat(score(3, "packages", "who-am-i").leaning()).isEqualTo(Leaning.NEUTRAL);
    }

    @Test
    void theOrderOfSignsIsOfNoMatter() {
        assertThat(score(3, "packages", "who-am-i", "reverse-shell"))
                .isEqualTo(score(3, "reverse-shell", "who-am-i", "packages"));
    }

    @Test
    void signsOfAnotherVersionCountNothing() {
        assertThat(score(5, "no-such-sign").logOdds()).isEqualTo(score(5).logOdds());
    }

    private SignScore score(int level, String... ids) {
        return SignScore.of(signs, List.of(ids), level, Severity.LOW);
    }
}
