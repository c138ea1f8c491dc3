package dev.analystcopilot.triage.document;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.TriageCase;
import dev.analystcopilot.triage.chain.Step;
import dev.analystcopilot.triage.correlate.Evidence;
import dev.analystcopilot.triage.disposition.Reason;
import java.util.Comparator;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Turns cases into documents, and documents into JSON and back.
public final class CaseDocuments {
    private static final int NAMED_ALERTS = 3;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private CaseDocuments() {}

    public static CaseDocument of(TriageCase triaged) {
        return new CaseDocument(
                triaged.id(),
                triaged.title(),
                triaged.draft().alertCount(),
                triaged.score(),
                triaged.disposition().verdict().wireName(),
                triaged.disposition().confidence(),
                triaged.first(),
                triaged.last(),
                null,
                triaged.entities().stream()
                        .limit(CaseDocument.MAX_ENTITIES)
                        .map(entry -> new CaseDocument.EntityCount(
                                entry.getKey().type(), entry.getKey().value(), entry.getValue()))
                        .toList(),
                triaged.chain().steps().stream().map(CaseDocuments::step).toList(),
                triaged.chain().links().stream()
                        .map(link -> new CaseDocument.LinkDocument(
                                link.from(),
                                link.to(),
                                link.reason(),
                                link.kind().wireName()))
                        .toList(),
                reasons(triaged.disposition().reasons()),
                reasons(triaged.disposition().against()),
                triaged.disposition().wouldChange(),
                triaged.summary(),
                triaged.runbooks(),
                triaged.chain().gaps(),
                triaged.disposition().questions(),
                triaged.disposition().attack(),
                triaged.scenarios().stream().limit(CaseDocument.MAX_SCENARIOS).toList());
    }

    private static StepDocument step(Step step) {
        return new StepDocument(
                step.number(),
                step.tactic().id(),
                step.tactic().name(),
                step.technique().id(),
                step.technique().name(),
                step.outcome().wireName(),
                step.first(),
                step.last(),
                step.alertCount(),
                step.alertIds().stream().limit(StepDocument.MAX_ALERTS).toList(),
                step.entities().stream()
                        .limit(StepDocument.MAX_ENTITIES)
                        .map(Entity::key)
                        .toList(),
                title(step),
                step.basis(),
                step.proof());
    }

    /// What the sources call it, word for word: alert titles are not translated.
    private static Bilingual title(Step step) {
        List<String> titles = step.evidence().stream()
                .sorted(Comparator.comparingDouble(Evidence::weight)
                        .reversed()
                        .thenComparing(e -> e.burst().first()))
                .map(e -> e.burst().sample().title())
                .distinct()
                .limit(NAMED_ALERTS)
                .toList();
        return new Bilingual(String.join("; ", titles), String.join("；", titles));
    }

    private static List<CaseDocument.ReasonDocument> reasons(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> new CaseDocument.ReasonDocument(
                        reason.code(), reason.text().en(), reason.text().zh()))
                .toList();
    }

    public static String toJson(CaseDocument document) {
        return JSON.writeValueAsString(document);
    }

    public static CaseDocument ofJson(String json) {
        return JSON.readValue(json, CaseDocument.class);
    }
}
