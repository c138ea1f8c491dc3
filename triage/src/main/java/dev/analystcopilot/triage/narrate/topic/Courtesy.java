package dev.analystcopilot.triage.narrate.topic;

import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.document.CaseDocument.EntityCount;
import dev.analystcopilot.triage.narrate.answer.Block;
import dev.analystcopilot.triage.narrate.question.Intent;
import dev.analystcopilot.triage.narrate.question.Question;
import dev.analystcopilot.triage.narrate.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Greets, says what can be asked, asks back. The examples name things that there are.
final class Courtesy {
    private final Teller teller;
    private final Wording wording;

    Courtesy(Teller teller) {
        this.teller = teller;
        this.wording = teller.wording();
    }

    static boolean answers(Question question) {
        return question.wants(Intent.GREETING)
                || question.wants(Intent.ABILITIES)
                || question.wants(Intent.OFF_TOPIC)
                || question.wants(Intent.UNCLEAR);
    }

    /// @param cases the most urgent first
    List<Block> blocks(Question question, List<CaseDocument> cases) {
        List<Block> blocks = new ArrayList<>();
        String lead = question.wants(Intent.GREETING)
                ? "talk.greeting"
                : question.wants(Intent.ABILITIES)
                        ? "talk.abilities"
                        : question.wants(Intent.OFF_TOPIC) ? "talk.off-topic" : "talk.unclear";
        blocks.add(teller.paragraph(teller.plain(lead)));
        blocks.add(teller.ask(examples(cases, question.wants(Intent.ABILITIES))));
        if (question.wants(Intent.ABILITIES)) {
            blocks.add(teller.paragraph(teller.plain("talk.proof")));
        }
        return blocks;
    }

    private List<String> examples(List<CaseDocument> cases, boolean all) {
        List<String> examples = new ArrayList<>();
        Optional<CaseDocument> top = cases.stream().findFirst();
        String host = named(top, "host").orElse("web-01");
        examples.add(wording.say("ask.urgent"));
        examples.add(wording.say("ask.case", wording.spaced(host)));
        examples.add(wording.say("ask.shift"));
        if (all) {
            examples.add(wording.say("ask.next", wording.spaced(host)));
            examples.add(wording.say("ask.count", wording.spaced(host)));
            examples.add(wording.say(
                    "ask.entity",
                    wording.spaced(named(top, "ip").or(() -> named(top, "user")).orElse("10.0.0.5"))));
            examples.add(
                    cases.size() > 1
                            ? wording.say(
                                    "ask.compare",
                                    cases.get(0).id(),
                                    cases.get(1).id())
                            : wording.say("ask.compare-top"));
            examples.add(wording.say("ask.map"));
            examples.add(wording.say("ask.known"));
        }
        return examples;
    }

    private static Optional<String> named(Optional<CaseDocument> document, String type) {
        return document.stream()
                .flatMap(found -> found.entities().stream())
                .filter(entity -> entity.type().equals(type))
                .map(EntityCount::value)
                .findFirst();
    }
}
