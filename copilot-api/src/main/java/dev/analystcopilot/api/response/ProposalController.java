package dev.analystcopilot.api.response;

import dev.analystcopilot.api.bridge.ReactiveBridge;
import dev.analystcopilot.api.failure.ApiFailure;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.response.Proposal;
import dev.analystcopilot.knowledge.postgres.response.Proposal.Decision;
import dev.analystcopilot.knowledge.postgres.response.Proposal.Status;
import dev.analystcopilot.knowledge.postgres.response.ProposalStore;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/// What was proposed for cases, and what people decided. Approving writes a decision down; somebody carries it out
/// elsewhere.
@RestController
@RequestMapping("/api/v1/proposals")
class ProposalController {
    private static final int MOST = 200;
    private static final int LONGEST_NOTE = 2_000;

    private final ProposalStore proposals;
    private final ReactiveBridge bridge;
    private final Clock clock;

    ProposalController(ProposalStore proposalStore, ReactiveBridge storeBridge, Clock clock) {
        this.proposals = proposalStore;
        this.bridge = storeBridge;
        this.clock = clock;
    }

    record Proposals(List<ProposalView> items) {}

    /// The latest first.
    @GetMapping
    Mono<Proposals> list(@AuthenticationPrincipal Caller caller, @RequestParam(name = "case") @Nullable String caseId) {
        Optional<String> of = Optional.ofNullable(caseId).map(String::strip).filter(id -> !id.isEmpty());
        return bridge.call(() -> new Proposals(proposals.list(Scope.analyst(caller.tenant()), of, MOST).stream()
                .map(ProposalView::of)
                .toList()));
    }

    /// @param decision `approved` or `rejected`
    record Decided(@Nullable String decision, @Nullable String note) {}

    /// What was decided before stays: another decision on it is a conflict, the same one is not.
    @PostMapping("/{id}/decision")
    Mono<ProposalView> decide(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, @RequestBody Decided decided) {
        Status status = status(decided.decision());
        String note = decided.note() == null ? "" : decided.note().strip();
        if (note.length() > LONGEST_NOTE) {
            throw new ApiFailure.BadRequest("note has at most " + LONGEST_NOTE + " characters");
        }
        return bridge.call(() -> {
            Proposal proposal = proposals
                    .decide(
                            Scope.analyst(caller.tenant()),
                            id,
                            status,
                            new Decision(caller.login(), clock.instant(), note))
                    .orElseThrow(() -> new ApiFailure.NotFound("this proposal"));
            if (proposal.status() != status) {
                throw new ApiFailure.Conflict(
                        "this proposal was " + proposal.status().wireName() + " already");
            }
            return ProposalView.of(proposal);
        });
    }

    private static Status status(@Nullable String decision) {
        return switch (decision) {
            case "approved" -> Status.APPROVED;
            case "rejected" -> Status.REJECTED;
            case null, default -> throw new ApiFailure.BadRequest("decision must be approved or rejected");
        };
    }
}
