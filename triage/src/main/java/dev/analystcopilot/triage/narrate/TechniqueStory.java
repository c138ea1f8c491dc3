package dev.analystcopilot.triage.narrate;

import dev.analystcopilot.knowledge.attack.Tactic;
import dev.analystcopilot.knowledge.attack.Technique;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.document.StepDocument;
import dev.analystcopilot.triage.narrate.answer.Block;
import dev.analystcopilot.triage.narrate.answer.Ref;
import dev.analystcopilot.triage.narrate.answer.Sentence;
import dev.analystcopilot.triage.narrate.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Tells what a technique is, and where the cases have it.
final class TechniqueStory {
    private static final int CASES = 5;

    private final TechniqueCatalog catalog;
    private final Wording wording;
    private final Citations citations;
    private final NextSteps nextSteps;

    TechniqueStory(TechniqueCatalog catalog, Wording wording, Citations citations, NextSteps nextSteps) {
        this.catalog = catalog;
        this.wording = wording;
        this.citations = citations;
        this.nextSteps = nextSteps;
    }

    /// @param runbooks that may say what it means
    List<Block> blocks(String id, List<String> runbooks, Facts facts) {
        Optional<Technique> technique = catalog.technique(id);
        if (technique.isEmpty()) {
            return List.of(new Block.Paragraph(List.of(Sentence.plain(wording.say("technique.unknown", id)))));
        }
        List<CaseDocument> seen = facts.cases().stream()
                .filter(document -> document.steps().stream().anyMatch(step -> isOf(step, id)))
                .toList();
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(List.of(Sentence.plain(lead(technique.get())))));
        nextSteps.meaning(runbooks, facts.passages()).ifPresent(blocks::add);
        if (seen.isEmpty()) {
            blocks.add(new Block.Paragraph(List.of(Sentence.plain(wording.say("technique.unseen")))));
        } else {
            blocks.add(new Block.Paragraph(List.of(Sentence.of(
                    wording.say("technique.seen", wording.say("count.cases", seen.size())),
                    List.of(result(id, seen))))));
            blocks.add(new Block.Bullets(seen.stream()
                    .limit(CASES)
                    .map(document -> line(document, id))
                    .toList()));
        }
        return blocks;
    }

    private String lead(Technique technique) {
        List<String> tactics = technique.tactics().stream()
                .map(Tactic::name)
                .map(wording::pick)
                .toList();
        return wording.say("technique.lead", technique.id(), technique.name(), tactics.size(), wording.list(tactics));
    }

    private Sentence line(CaseDocument document, String id) {
        StepDocument step =
                document.steps().stream().filter(s -> isOf(s, id)).findFirst().orElseThrow();
        List<Ref> refs = new ArrayList<>(List.of(citations.of(document)));
        refs.addAll(citations.step(document, step, 1));
        return Sentence.of(
                wording.say(
                        "technique.seen-line",
                        document.title(),
                        wording.say("outcome." + step.outcome()),
                        wording.say("count.alerts", step.alertCount()),
                        wording.span(step.firstSeen(), step.lastSeen())),
                refs.stream().distinct().toList());
    }

    private Ref result(String id, List<CaseDocument> seen) {
        String label = wording.say("technique.cases", id, wording.say("count.cases", seen.size()));
        return new Ref.Result(
                "technique-" + id,
                label,
                label + "\n" + seen.stream().map(CaseDocument::id).collect(Collectors.joining("\n")));
    }

    /// A technique also covers its sub-techniques.
    static boolean isOf(StepDocument step, String id) {
        return covers(id, step.technique());
    }

    static boolean covers(String id, String other) {
        return other.equals(id) || other.startsWith(id + ".");
    }
}
