package dev.analystcopilot.knowledge.postgres.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.analystcopilot.knowledge.embedded.TestDatabase;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.response.Proposal.Decision;
import dev.analystcopilot.knowledge.postgres.response.Proposal.Status;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class ProposalStoreTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final Scope ACME = Scope.analyst("acme");
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Decision YES = new Decision("lead", NOON, "do it");
    private static ProposalStore store;

    @BeforeAll
    static void store() {
        store = new ProposalStore(DB.database());
    }

    @Test
    void theSameIsProposedOnce() {
        Proposal first = store.add(ACME, proposal("p-1", "case-same"));
        assertThat(store.add(ACME, proposal("p-2", "case-same"))).isEqualTo(first);
    }

    @Test
    void aDecisionIsKept() {
        store.add(ACME, proposal("p-3", "case-decided"));
        assertThat(store.decide(ACME, "p-3", Status.APPROVED, YES))
                .get()
                .extracting(Proposal::status, Proposal::decision)
                .containsExactly(Status.APPROVED, Optional.of(YES));
    }

    @Test
    void theFirstDecisionStays() {
        store.add(ACME, proposal("p-4", "case-twice"));
        var _ = store.decide(ACME, "p-4", Status.REJECTED, YES);
        assertThat(store.decide(ACME, "p-4", Status.APPROVED, YES))
                .get()
                .extracting(Proposal::status)
                .isEqualTo(Status.REJECTED);
    }

    @Test
    void whatWasRejectedCanBeProposedAgain() {
        store.add(ACME, proposal("p-5", "case-again"));
        var _ = store.decide(ACME, "p-5", Status.REJECTED, YES);
        assertThat(store.add(ACME, proposal("p-6", "case-again")).id()).isEqualTo("p-6");
    }

    @Test
    void anotherTenantNeitherSeesNorDecides() {
        store.add(ACME, proposal("p-7", "case-mine"));
        assertThat(store.decide(Scope.analyst("other"), "p-7", Status.APPROVED, YES))
                .isEmpty();
    }

    @Test
    void listsAreOfOneCase() {
        store.add(ACME, proposal("p-8", "case-list"));
        assertThat(store.list(ACME, Optional.of("case-list"), 9))
                .extracting(Proposal::id)
                .containsExactly("p-8");
    }

    @Test
    void staffCannotPropose() {
        assertThatThrownBy(() -> store.add(Scope.staff("acme"), proposal("p-9", "case-staff")))
                .hasStackTraceContaining("row-level security");
    }

    private static Proposal proposal(String id, String caseId) {
        return new Proposal(
                id, caseId, "isolate_host", "host:web-01", "why", "ana", NOON, Status.OPEN, Optional.empty());
    }
}
