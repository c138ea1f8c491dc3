package dev.analystcopilot.triage.report;

import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.TriageCase;
import dev.analystcopilot.triage.chain.Step;
import dev.analystcopilot.triage.disposition.Reason;
import java.util.List;

/// A case told in full.
record CaseSection(
        String id,
        Bilingual title,
        Bilingual summary,
        String verdict,
        Bilingual disposition,
        long confidence,
        String score,
        List<StepBox> steps,
        boolean hasSteps,
        List<Bilingual> reasons,
        List<Bilingual> against,
        boolean hasAgainst,
        List<Bilingual> wouldChange,
        List<Bilingual> gaps,
        boolean hasGaps,
        List<String> runbooks,
        String entities,
        List<JudgedCase> human,
        List<Bilingual> attention) {

    private static final int ENTITIES = 12;

    /// A step as the chain is drawn.
    record StepBox(
            int number,
            Bilingual tactic,
            Bilingual technique,
            String techniqueId,
            String from,
            String to,
            int alerts,
            String outcome,
            Bilingual outcomeName,
            Bilingual basis,
            boolean hasBasis,
            String hosts) {}

    /// @param human what a person said of it; empty if nobody did
    /// @param attention why a human should look; empty if nothing was found
    static CaseSection of(TriageCase triaged, List<JudgedCase> human, List<Bilingual> attention) {
        List<Bilingual> against = texts(triaged.disposition().against());
        return new CaseSection(
                triaged.id(),
                triaged.title(),
                triaged.summary(),
                triaged.disposition().verdict().wireName(),
                CaseRow.name(triaged.disposition().verdict()),
                Math.round(100 * triaged.disposition().confidence()),
                "%.2f".formatted(triaged.score()),
                triaged.chain().steps().stream().map(CaseSection::box).toList(),
                !triaged.chain().steps().isEmpty(),
                texts(triaged.disposition().reasons()),
                against,
                !against.isEmpty(),
                triaged.disposition().wouldChange(),
                triaged.chain().gaps(),
                !triaged.chain().gaps().isEmpty(),
                triaged.runbooks(),
                String.join(
                        ", ",
                        triaged.entities().stream()
                                .limit(ENTITIES)
                                .map(entry -> entry.getKey().value() + " (" + entry.getValue() + ")")
                                .toList()),
                human,
                attention);
    }

    private static StepBox box(Step step) {
        return new StepBox(
                step.number(),
                step.tactic().name(),
                step.technique().name(),
                step.technique().id(),
                Moments.clock(step.first()),
                Moments.clock(step.last()),
                step.alertCount(),
                step.outcome().wireName(),
                name(step.outcome()),
                step.basis(),
                !step.basis().en().isEmpty(),
                String.join(
                        ", ",
                        step.evidence().stream()
                                .map(e -> e.burst().anchor().value())
                                .distinct()
                                .limit(3)
                                .toList()));
    }

    private static Bilingual name(Outcome outcome) {
        return switch (outcome) {
            case ATTEMPTED -> new Bilingual("attempted", "已尝试");
            case SUCCEEDED -> new Bilingual("took effect", "已生效");
            case UNKNOWN -> new Bilingual("effect unknown", "是否生效未知");
        };
    }

    private static List<Bilingual> texts(List<Reason> reasons) {
        return reasons.stream().map(Reason::text).toList();
    }
}
