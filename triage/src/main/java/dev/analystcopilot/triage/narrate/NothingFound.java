package dev.analystcopilot.triage.narrate;

import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.narrate.answer.Block;
import dev.analystcopilot.triage.narrate.answer.Sentence;
import dev.analystcopilot.triage.narrate.question.Intent;
import dev.analystcopilot.triage.narrate.question.Question;
import dev.analystcopilot.triage.narrate.words.Names;
import dev.analystcopilot.triage.narrate.words.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Says what was looked for and not found, what comes near, and what the store covers.
final class NothingFound {
    private static final int NEAR = 3;
    private static final int ALERTS = 5;

    private final Wording wording;
    private final Citations citations;
    private final CaseList list;

    NothingFound(Wording wording, Citations citations, CaseList list) {
        this.wording = wording;
        this.citations = citations;
        this.list = list;
    }

    List<Block> blocks(Question question, Facts facts) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(List.of(Sentence.plain(what(question)), coverage(facts.coverage()))));
        List<AlertFact> alerts = alerts(question, facts);
        if (!alerts.isEmpty()) {
            blocks.add(new Block.Paragraph(List.of(Sentence.plain(wording.say("none.alerts")))));
            blocks.add(new Block.Bullets(alerts.stream().map(this::line).toList()));
        }
        near(question, facts, blocks);
        blocks.add(new Block.Paragraph(List.of(Sentence.plain(wording.say("none.try")))));
        return blocks;
    }

    private String what(Question question) {
        String window =
                question.window().map(w -> wording.window(w.from(), w.to())).orElse(wording.say("window.any"));
        if (question.intents().equals(Set.of(Intent.KNOWLEDGE))) {
            return wording.say("knowledge.none");
        }
        if (!question.mentions().isEmpty()) {
            return wording.say("none.named", shown(question), window);
        }
        if (!question.caseIds().isEmpty()) {
            return wording.say("none.id", question.caseIds().getFirst());
        }
        return question.window().isPresent() ? wording.say("none.window", window) : wording.say("none.nothing");
    }

    private Sentence coverage(Facts.Coverage coverage) {
        if (coverage.alerts() == 0
                || coverage.first().isEmpty()
                || coverage.last().isEmpty()) {
            return Sentence.plain(wording.say("none.empty"));
        }
        return Sentence.of(
                wording.say(
                        "none.coverage",
                        wording.say("count.alerts", coverage.alerts()),
                        wording.date(coverage.first().get()),
                        wording.date(coverage.last().get()),
                        wording.say("count.cases", coverage.cases())),
                List.of(citations.of(coverage)));
    }

    private void near(Question question, Facts facts, List<Block> blocks) {
        List<CaseDocument> elsewhere = facts.cases().stream()
                .filter(document -> !CaseMatcher.named(question, document).isEmpty())
                .toList();
        List<CaseDocument> then = facts.cases().stream()
                .filter(document -> question.window().isPresent() && CaseMatcher.inTime(question, document))
                .toList();
        if (!elsewhere.isEmpty()) {
            String name =
                    CaseMatcher.named(question, elsewhere.getFirst()).getFirst().value();
            blocks.add(new Block.Paragraph(List.of(Sentence.plain(wording.say("none.elsewhere", name)))));
            blocks.add(new Block.Bullets(list.lines(elsewhere, NEAR)));
        } else if (!then.isEmpty()) {
            blocks.add(new Block.Paragraph(List.of(Sentence.plain(wording.say("none.then")))));
            blocks.add(new Block.Bullets(list.lines(then, NEAR)));
        }
    }

    /// Alerts of the named thing and time among those that were read.
    private List<AlertFact> alerts(Question question, Facts facts) {
        if (question.mentions().isEmpty()) {
            return List.of();
        }
        return facts.alerts().values().stream()
                .filter(alert -> question.window()
                        .map(window -> window.touches(alert.time(), alert.time()))
                        .orElse(true))
                .filter(alert -> alert.entities().stream().anyMatch(key -> named(question, key)))
                .sorted(Comparator.comparing(AlertFact::time).thenComparing(AlertFact::id))
                .limit(ALERTS)
                .toList();
    }

    private static boolean named(Question question, String key) {
        int colon = key.indexOf(':');
        return colon > 0
                && question.mentions().stream()
                        .anyMatch(mention ->
                                Names.likeness(mention, key.substring(0, colon), key.substring(colon + 1)) > 0);
    }

    private Sentence line(AlertFact alert) {
        return Sentence.of(
                wording.say(
                        "alert.line",
                        wording.span(alert.time(), alert.time()),
                        wording.say("quote", wording.shortened(alert.title()))),
                List.of(citations.of(alert)));
    }

    /// One spelling of each name, as the question has it where it does.
    private String shown(Question question) {
        String text = question.text().toLowerCase(Locale.ROOT);
        List<String> said = question.mentions().stream().filter(text::contains).toList();
        List<String> longest = said.stream()
                .filter(name -> said.stream().noneMatch(other -> !other.equals(name) && other.contains(name)))
                .limit(3)
                .toList();
        return longest.isEmpty() ? question.mentions().getFirst() : wording.list(longest);
    }
}
