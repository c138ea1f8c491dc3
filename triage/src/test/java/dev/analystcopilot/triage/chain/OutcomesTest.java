package dev.analystcopilot.triage.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.triage.Told;
import org.junit.jupiter.api.Test;

/// Attempted or succeeded: network evidence joined with what the machine and the account did.
class OutcomesTest {
    private static final Told ATTACK = Told.at(0)
            .on("web-1")
            .from("203.0.113.7")
            .named("SQL injection in request")
            .says("T1190");
    private static final Told GUESSING = Told.at(0)
            .on("vpn-1")
            .by("ann")
            .from("203.0.113.7")
            .named("Brute force against VPN")
            .says("T1110.001")
            .was(Outcome.ATTEMPTED);
    private static final Told SHELL =
            Told.at(0).on("web-1").named("Web shell requested").says("T1505.003");

    @Test
    void whatTheSourceSaysCounts() {
        assertThat(first(ATTACK.was(Outcome.SUCCEEDED))).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void aStoppedAttackIsAnAttempt() {
        assertThat(first(ATTACK.detail("action", "blocked"))).isEqualTo(Outcome.ATTEMPTED);
    }

    @Test
    void anAttackThatIsOnlyRefusedIsAnAttempt() {
        assertThat(first(ATTACK.detail("http.status", "404"), ATTACK.detail("http.status", "403")))
                .isEqualTo(Outcome.ATTEMPTED);
    }

    @Test
    void theWebServersAccountActingAfterwardsShowsTheEffect() {
        Step step = step(
                ATTACK,
                Told.at(20).on("web-1").by("www-data").named("Shell started").says("T1059.004"));

        assertThat(step.outcome()).isEqualTo(Outcome.SUCCEEDED);
        assertThat(step.proof()).containsExactly("a001");
        assertThat(step.basis().en()).contains("Shell started", "web-1", "2026-03-02 00:20");
        assertThat(step.basis().zh()).contains("Shell started", "Web 服务账号");
    }

    @Test
    void anotherMachinesShellShowsNothing() {
        assertThat(first(
                        ATTACK,
                        Told.at(20)
                                .on("web-2")
                                .by("www-data")
                                .named("Shell started")
                                .says("T1059.004")))
                .isNotEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void aShellTheDayAfterShowsNothing() {
        assertThat(first(
                        ATTACK,
                        Told.at(1500)
                                .on("web-1")
                                .by("www-data")
                                .named("Shell started")
                                .says("T1059.004")))
                .isNotEqualTo(Outcome.SUCCEEDED);
    }

    /// Odd requests after an attack are more of it, not its effect.
    @Test
    void vagueOddityShowsNothing() {
        assertThat(first(
                        ATTACK,
                        Told.at(20)
                                .on("web-1")
                                .named("Unusual shell-like request")
                                .severe(Severity.LOW)
                                .says("T1059")))
                .isNotEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void moreOfTheScanShowsNothing() {
        assertThat(first(
                        ATTACK,
                        Told.at(20)
                                .on("web-1")
                                .named("Suricata: shell code in request")
                                .says("T1059")))
                .isNotEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void anAdministratorsSudoIsNotTheEffectOfAWebAttack() {
        assertThat(first(
                        ATTACK,
                        Told.at(20).on("web-1").by("ann").named("sudo to root").says("T1548.003")))
                .isNotEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void whatNeedsAFootholdShowsThatTheWebShellWorked() {
        assertThat(first(SHELL, Told.at(9).on("web-1").named("sudo to root").says("T1548.003")))
                .isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void aWebShellThatAnswersWorks() {
        assertThat(first(SHELL.detail("http.status", "200"))).isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void aWebShellThatIsNotFoundIsAnAttempt() {
        assertThat(first(SHELL.detail("http.status", "404"))).isEqualTo(Outcome.ATTEMPTED);
    }

    @Test
    void aLoginOfTheSameAccountShowsThatThePasswordWasGuessed() {
        assertThat(first(GUESSING, Told.at(30).on("vpn-1").by("ann").named("User login success")))
                .isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void aLoginFromTheSameAddressByItsEventId() {
        assertThat(first(GUESSING, Told.at(30).on("dc-1").from("203.0.113.7").detail("event.id", "4624")))
                .isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void somebodyElsesLoginShowsNothing() {
        assertThat(first(
                        GUESSING,
                        Told.at(30).on("vpn-1").by("bob").from("198.51.100.9").named("User login success")))
                .isEqualTo(Outcome.ATTEMPTED);
    }

    @Test
    void aFailedLoginShowsNothing() {
        assertThat(first(GUESSING, Told.at(30).on("vpn-1").by("ann").named("User login failed, not successful")))
                .isEqualTo(Outcome.ATTEMPTED);
    }

    @Test
    void aPhishedAccountThatIsUsedShowsThatTheLureWorked() {
        assertThat(first(
                        Told.at(0).by("ann").named("Mail with a link delivered").says("T1566.002"),
                        Told.at(60)
                                .by("ann")
                                .from("203.0.113.7")
                                .named("Sign-in from a new country")
                                .says("T1078.004")))
                .isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void aProcessThatGoesOnWorked() {
        assertThat(first(
                        Told.at(0)
                                .on("pc-1")
                                .named("Macro opened")
                                .says("T1204.002")
                                .in("pc-1|7|1"),
                        Told.at(1)
                                .on("pc-1")
                                .named("Lookup of accounts")
                                .says("T1087")
                                .in("pc-1|9|2", "pc-1|7|1")))
                .isEqualTo(Outcome.SUCCEEDED);
    }

    @Test
    void anOpenOutcomeHasNoBasis() {
        Step step = step(Told.at(0).on("pc-1").named("Odd").says("T1082"));

        assertThat(step.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(step.basis().en()).isEmpty();
    }

    private static Outcome first(Told... told) {
        return step(told).outcome();
    }

    private static Step step(Told... told) {
        return Told.chain(told).steps().getFirst();
    }
}
