package dev.analystcopilot.triage.narrate;

import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.document.CaseDocument.ReasonDocument;
import dev.analystcopilot.triage.narrate.answer.Block;
import dev.analystcopilot.triage.narrate.answer.Ref;
import dev.analystcopilot.triage.narrate.answer.Sentence;
import dev.analystcopilot.triage.narrate.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Tells the suggested disposition: how sure, why, why not, what is missing, what would change it.
public final class CaseVerdict {
    private final Wording wording;
    private final Citations citations;

    public CaseVerdict(Wording wording, Citations citations) {
        this.wording = wording;
        this.citations = citations;
    }

    List<Block> verdict(CaseDocument document) {
        List<Ref> refs = List.of(citations.of(document));
        List<Sentence> sentences = new ArrayList<>();
        sentences.add(Sentence.of(
                wording.say(
                        "verdict.sentence",
                        name(document),
                        wording.say("confidence." + level(document.confidence())),
                        wording.percent(document.confidence())),
                refs));
        if (document.attention() != null) {
            sentences.add(Sentence.of(
                    wording.say("verdict.attention", document.attention().reason()), refs));
        }
        List<Sentence> reasons = new ArrayList<>();
        document.reasons().forEach(reason -> reasons.add(reason("verdict.for", reason, document)));
        document.against().forEach(reason -> reasons.add(reason("verdict.against", reason, document)));
        if (document.against().isEmpty() && !document.disposition().equals("insufficient_data")) {
            sentences.add(Sentence.of(wording.say("verdict.no-against"), refs));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(wording.say("head.verdict")));
        blocks.add(new Block.Paragraph(sentences));
        if (!reasons.isEmpty()) {
            blocks.add(new Block.Bullets(reasons));
        }
        return blocks;
    }

    /// What a person said of it, beside what was computed.
    public Optional<Block> judged(CaseDocument document, Map<String, CaseJudgement> judged) {
        return Optional.ofNullable(judged.get(document.id())).map(by -> {
            List<Ref> refs = List.of(citations.of(document));
            List<Sentence> sentences = new ArrayList<>();
            String what = wording.say("seen." + by.verdict());
            String day = wording.date(by.at());
            sentences.add(Sentence.of(
                    by.reason().isEmpty()
                            ? wording.say("verdict.judged", by.by(), what, day)
                            : wording.say(
                                    "verdict.judged-because",
                                    by.by(),
                                    what,
                                    day,
                                    wording.say("quote", wording.shortened(by.reason()))),
                    refs));
            by.beyond()
                    .forEach(beyond -> sentences.add(
                            Sentence.of(wording.say("verdict.judged-beyond", wording.pick(beyond)), refs)));
            return new Block.Paragraph(sentences);
        });
    }

    List<Block> missing(CaseDocument document) {
        return document.gaps().isEmpty()
                ? List.of(
                        new Block.Heading(wording.say("head.missing")),
                        new Block.Paragraph(
                                List.of(Sentence.of(wording.say("missing.none"), List.of(citations.of(document))))))
                : section("head.missing", document.gaps(), document);
    }

    List<Block> wouldChange(CaseDocument document) {
        return document.wouldChange().isEmpty() ? List.of() : section("head.change", document.wouldChange(), document);
    }

    /// `An attack (true positive)`.
    public String name(CaseDocument document) {
        return wording.say("verdict." + document.disposition());
    }

    static String level(double confidence) {
        if (confidence >= 0.95) {
            return "very-high";
        }
        if (confidence >= 0.85) {
            return "high";
        }
        if (confidence >= 0.6) {
            return "fair";
        }
        return confidence >= 0.4 ? "low" : "very-low";
    }

    private List<Block> section(String heading, List<Bilingual> points, CaseDocument document) {
        List<Ref> refs = List.of(citations.of(document));
        return List.of(
                new Block.Heading(wording.say(heading)),
                new Block.Bullets(points.stream()
                        .map(point -> Sentence.of(wording.pick(point), refs))
                        .toList()));
    }

    /// A reason that names the technique of a step rests on alerts of that step, else on the case as a whole.
    private Sentence reason(String side, ReasonDocument reason, CaseDocument document) {
        List<Ref> refs = document.steps().stream()
                .filter(step -> reason.en().contains("(" + step.technique() + ")"))
                .findFirst()
                .map(step -> citations.step(document, step, 1))
                .orElseGet(() -> List.of(citations.of(document)));
        return new Sentence(wording.say(side), wording.isChinese() ? reason.zh() : reason.en(), refs);
    }
}
