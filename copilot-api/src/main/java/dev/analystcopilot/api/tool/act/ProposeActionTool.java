package dev.analystcopilot.api.tool.act;

import dev.analystcopilot.api.inquiry.ChatEvent;
import dev.analystcopilot.api.inquiry.EvidenceText;
import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.tool.casework.CaseReader;
import dev.analystcopilot.api.tool.desk.Arguments;
import dev.analystcopilot.api.tool.desk.Desk;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.postgres.response.Proposal;
import dev.analystcopilot.knowledge.postgres.response.ProposalStore;
import dev.analystcopilot.triage.document.CaseDocument;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/// Lets the model write down what could be done about a case. A person decides on it, and does it elsewhere: nothing
/// here
/// touches any machine or account.
record ProposeActionTool(ProposalStore proposals, CaseReader cases, Clock clock, AtomicInteger made, Desk desk)
        implements LlmTool {
    static final int MOST = 5;
    private static final int LONGEST_WHY = 500;

    @Override
    public String name() {
        return "propose_action";
    }

    @Override
    public String description() {
        return "Proposes a response action on an entity of a case, for a person to decide on. It is never carried out by"
                + " this call. At most " + MOST + " in an answer.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("case", "the case's id", true),
                new Parameter("action", "what could be done", true, Type.TEXT, ActionKind.wireNames()),
                new Parameter("target", "an entity of the case: type:value, such as host:web-01", true),
                new Parameter("why", "in a sentence, in the question's language", true));
    }

    @Override
    public Answer call(Map<String, String> given) {
        var arguments = new Arguments(given);
        ActionKind action = ActionKind.ofWireName(arguments.needed("action", "what could be done"));
        CaseDocument document = cases.read(desk, arguments.needed("case", "the case's id"));
        Entity target = target(document, action, arguments.neededEntity("target"));
        String why = arguments.needed("why", "a sentence");
        if (made.incrementAndGet() > MOST) {
            throw new IllegalArgumentException("an answer proposes at most " + MOST + " actions");
        }
        Proposal kept = proposals.add(
                desk.scope(),
                new Proposal(
                        UUID.randomUUID().toString(),
                        document.id(),
                        action.wireName(),
                        target.key(),
                        why.length() > LONGEST_WHY ? why.substring(0, LONGEST_WHY) + "…" : why,
                        desk.inquiry().caller().login(),
                        clock.instant(),
                        Proposal.Status.OPEN,
                        Optional.empty()));
        desk.side().add(new ChatEvent.Proposal(kept.id(), kept.action(), kept.target(), kept.why(), kept.caseId()));
        String label = EvidenceText.in(desk.inquiry().language(), action.label());
        return desk.answer(
                List.of(desk.result(
                        "proposal " + kept.id(),
                        label + " " + kept.target(),
                        "proposed, not done; a person decides: %s %s in %s"
                                .formatted(kept.action(), kept.target(), kept.caseId()))),
                "Proposed: " + label + " " + kept.target(),
                "已提出建议：" + label + " " + kept.target());
    }

    private static Entity target(CaseDocument document, ActionKind action, Entity entity) {
        if (!action.types().contains(entity.type())) {
            throw new IllegalArgumentException(action.wireName() + " is done to " + String.join(" or ", action.types())
                    + ", not to " + entity.type());
        }
        boolean known = document.entities().stream()
                        .anyMatch(part -> Entity.of(part.type(), part.value()).equals(entity))
                || document.steps().stream().anyMatch(step -> step.entities().contains(entity.key()));
        if (!known) {
            throw new IllegalArgumentException("target must be an entity of the case");
        }
        return entity;
    }
}
