package dev.analystcopilot.triage.narrate;

import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.narrate.answer.Block;
import dev.analystcopilot.triage.narrate.answer.Ref;
import dev.analystcopilot.triage.narrate.answer.Sentence;
import dev.analystcopilot.triage.narrate.question.Question;
import dev.analystcopilot.triage.narrate.words.Wording;
import java.util.List;
import java.util.stream.IntStream;

/// Tells several cases, a line each.
public final class CaseList {
    private static final int MAX = 8;

    private final Wording wording;
    private final Citations citations;
    private final CaseVerdict verdict;

    public CaseList(Wording wording, Citations citations, CaseVerdict verdict) {
        this.wording = wording;
        this.citations = citations;
        this.verdict = verdict;
    }

    /// The answer to "which cases are the most urgent".
    List<Block> mostUrgent(Question question, Facts facts) {
        if (facts.coverage().alerts() == 0) {
            return List.of(new Block.Paragraph(List.of(Sentence.plain(wording.say("none.empty")))));
        }
        List<Ref> held = List.of(citations.of(facts.coverage()));
        String alerts = wording.say("count.alerts", facts.coverage().alerts());
        String cases = wording.say("count.cases", facts.coverage().cases());
        List<CaseDocument> fitting = facts.cases().stream()
                .filter(document -> CaseMatcher.fits(question, document))
                .limit(MAX)
                .toList();
        String window =
                question.window().map(w -> wording.window(w.from(), w.to())).orElse(wording.say("window.any"));
        if (fitting.isEmpty() && !question.names().isEmpty()) {
            String names = wording.spaced(wording.list(question.names()));
            return List.of(new Block.Paragraph(
                    List.of(Sentence.of(wording.say("list.none-named", alerts, cases, names), held))));
        }
        if (fitting.isEmpty()) {
            return List.of(new Block.Paragraph(List.of(Sentence.of(wording.say("list.none", alerts, window), held))));
        }
        String lead = question.window().isPresent()
                ? wording.say("list.window", alerts, cases, window)
                : wording.say("list.lead", alerts, cases);
        return List.of(new Block.Paragraph(List.of(Sentence.of(lead, held))), new Block.Steps(lines(fitting, MAX)));
    }

    /// Title, verdict, alerts and time of each.
    public List<Sentence> lines(List<CaseDocument> cases, int max) {
        return IntStream.range(0, Math.min(max, cases.size()))
                .mapToObj(i -> line(cases.get(i)))
                .toList();
    }

    private Sentence line(CaseDocument document) {
        return new Sentence(
                wording.pick(document.title()),
                wording.say(
                        "case.line",
                        wording.say("case.verdict", verdict.name(document), wording.percent(document.confidence())),
                        wording.say("count.alerts", document.alertCount()),
                        wording.span(document.firstSeen(), document.lastSeen())),
                List.of(citations.of(document)));
    }
}
