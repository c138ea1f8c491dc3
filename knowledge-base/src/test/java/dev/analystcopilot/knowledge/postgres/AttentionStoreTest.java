package dev.analystcopilot.knowledge.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.analystcopilot.knowledge.embedded.TestDatabase;
import dev.analystcopilot.knowledge.postgres.Attention.Reason;
import dev.analystcopilot.knowledge.postgres.Attention.Subject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class AttentionStoreTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final Instant AT = Instant.parse("2026-11-22T21:00:00Z");

    private final Scope scope = Scope.analyst(UUID.randomUUID().toString());
    private AttentionStore store;

    @BeforeEach
    void open() {
        store = DB.database().attention();
    }

    @Test
    void aReasonIsKeptOnce() {
        store.add(scope, planted("a1", 0));

        assertThat(store.add(scope, planted("a1", 9))).isFalse();
        assertThat(store.latest(scope, 10)).containsExactly(planted("a1", 0));
    }

    @Test
    void theNewestComesFirst() {
        store.addAll(scope, List.of(planted("a1", 0), planted("a2", 9), planted("a3", 5)));

        assertThat(store.latest(scope, 2)).extracting(Attention::subjectId).containsExactly("a2", "a3");
    }

    @Test
    void reasonsAreCounted() {
        store.addAll(
                scope,
                List.of(
                        planted("a1", 0),
                        planted("a2", 0),
                        new Attention(Subject.CASE, "c1", Reason.MODEL_DISAGREES, "benign", AT)));

        assertThat(store.counts(scope)).isEqualTo(Map.of(Reason.PLANTED_INSTRUCTION, 2L, Reason.MODEL_DISAGREES, 1L));
    }

    @Test
    void subjectsOfOneKindAreAskedFor() {
        store.addAll(
                scope,
                List.of(planted("x", 0), new Attention(Subject.PASSAGE, "x", Reason.PLANTED_INSTRUCTION, "words", AT)));

        assertThat(store.of(scope, Subject.ALERT, List.of("x", "y"))).containsExactly(planted("x", 0));
    }

    @Test
    void aCaseHasItsOwn() {
        var opinion = new Attention(Subject.CASE, "c1", Reason.MODEL_DISAGREES, "benign", AT);
        store.addAll(scope, List.of(opinion, planted("stranger", 0)));

        assertThat(store.ofCase(scope, "c1", 10)).containsExactly(opinion);
    }

    @Test
    void anotherTenantSeesNone() {
        store.add(scope, planted("a1", 0));

        assertThat(store.latest(Scope.analyst("another"), 10)).isEmpty();
    }

    @Test
    void staffCannotWriteAny() {
        assertThatThrownBy(() -> store.add(Scope.staff(scope.tenant()), planted("a1", 0)))
                .hasStackTraceContaining("row-level security");
    }

    private static Attention planted(String alert, int seconds) {
        return new Attention(
                Subject.ALERT, alert, Reason.PLANTED_INSTRUCTION, "override: words", AT.plusSeconds(seconds));
    }
}
