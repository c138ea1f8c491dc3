package dev.analystcopilot.api.response;

import dev.analystcopilot.knowledge.postgres.response.Proposal;
import dev.analystcopilot.knowledge.postgres.response.Proposal.Decision;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A proposal as it goes over the wire.
record ProposalView(
        String id,
        String caseId,
        String action,
        String target,
        String why,
        String proposedBy,
        Instant at,
        String status,
        @Nullable String decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String note) {

    static ProposalView of(Proposal proposal) {
        Optional<Decision> decision = proposal.decision();
        return new ProposalView(
                proposal.id(),
                proposal.caseId(),
                proposal.action(),
                proposal.target(),
                proposal.why(),
                proposal.proposedBy(),
                proposal.at(),
                proposal.status().wireName(),
                decision.map(Decision::by).orElse(null),
                decision.map(Decision::at).orElse(null),
                decision.map(Decision::note).filter(note -> !note.isEmpty()).orElse(null));
    }
}
