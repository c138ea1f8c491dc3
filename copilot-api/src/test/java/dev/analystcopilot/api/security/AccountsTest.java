package dev.analystcopilot.api.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.embedded.TestDatabase;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class AccountsTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final TurnedClock clock = new TurnedClock(Clock.systemUTC().instant());
    private final Accounts accounts = new Accounts(DB.database(), "demo", clock, REMEMBERED);

    private String used(String login) {
        String token = accounts.issueForProgram(login, Set.of(Role.ANALYST));
        assertThat(accounts.remembered(token)).isEmpty();
        assertThat(accounts.callerOf(token)).map(Caller::login).contains(login);
        return token;
    }

    @Test
    void aTokenThatWasLookedUpIsRemembered() {
        assertThat(accounts.remembered(used("ana"))).contains(new Caller("ana", "demo", Set.of(Role.ANALYST)));
    }

    @Test
    void signingOutEndsItAtOnce() {
        String token = used("bo");
        accounts.signOut(token);

        assertThat(accounts.remembered(token)).isEmpty();
        assertThat(accounts.callerOf(token)).isEmpty();
    }

    @Test
    void whatAnotherProcessTakesAwayEndsAfterTheTimeRemembered() {
        String token = used("cy");
        DB.database().tokens().revokeAll(Scope.analyst("demo"), "cy");
        clock.turn(REMEMBERED);

        assertThat(accounts.remembered(token)).isEmpty();
        assertThat(accounts.callerOf(token)).isEmpty();
    }

    @Test
    void theCommandLinesFormerTokenEndsAtOnce() {
        String former = accounts.issueForCommandLine();
        assertThat(accounts.callerOf(former)).isPresent();
        String next = accounts.issueForCommandLine();

        assertThat(accounts.remembered(former)).isEmpty();
        assertThat(accounts.callerOf(next)).isPresent();
    }

    @Test
    void neitherStrangersNorOneTimeTokensAreRemembered() {
        String oneTime = accounts.issueOneTime();

        assertThat(accounts.callerOf("made up")).isEmpty();
        assertThat(accounts.remembered("made up")).isEmpty();
        assertThat(accounts.callerOf(oneTime)).isEmpty();
        assertThat(accounts.remembered(oneTime)).isEmpty();
    }
}
