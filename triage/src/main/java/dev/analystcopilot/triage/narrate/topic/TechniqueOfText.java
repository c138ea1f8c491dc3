package dev.analystcopilot.triage.narrate.topic;

import dev.analystcopilot.knowledge.attack.Tactic;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.triage.narrate.answer.Block;
import dev.analystcopilot.triage.narrate.answer.Ref;
import dev.analystcopilot.triage.narrate.answer.Sentence;
import dev.analystcopilot.triage.narrate.fact.TextFacts;
import dev.analystcopilot.triage.narrate.fact.TextFacts.Guess;
import dev.analystcopilot.triage.narrate.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Says which technique a pasted text means, and how sure that is.
final class TechniqueOfText {
    private static final double SURE = 0.5;
    private static final double WORTH_NAMING = 0.05;
    private static final int OTHERS = 3;
    private static final int WORDS = 4;

    private final TechniqueCatalog catalog;
    private final Teller teller;
    private final Wording wording;

    TechniqueOfText(TechniqueCatalog catalog, Teller teller) {
        this.catalog = catalog;
        this.teller = teller;
        this.wording = teller.wording();
    }

    List<Block> blocks(TextFacts facts) {
        if (facts.text().isBlank()) {
            return List.of(teller.paragraph(teller.plain("map.paste")));
        }
        if (facts.guesses().isEmpty()) {
            return List.of(teller.paragraph(teller.plain("map.none", teller.quoted(facts.text()))));
        }
        List<Ref> refs = List.of(result(facts));
        Guess best = facts.guesses().getFirst();
        List<Sentence> lead = new ArrayList<>();
        lead.add(teller.say(
                refs,
                best.confidence() >= SURE ? "map.lead" : "map.unsure",
                teller.quoted(facts.text()),
                name(best),
                wording.percent(best.confidence())));
        tactics(best).ifPresent(tactics -> lead.add(teller.say(refs, "map.tactic", best.id(), tactics)));
        if (!best.words().isEmpty()) {
            lead.add(teller.say(
                    refs,
                    "map.words",
                    wording.list(best.words().stream()
                            .limit(WORDS)
                            .map(teller::quoted)
                            .toList())));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(lead));
        List<Sentence> others = facts.guesses().stream()
                .skip(1)
                .filter(guess -> guess.confidence() >= WORTH_NAMING)
                .limit(OTHERS)
                .map(guess -> teller.led(name(guess), wording.percent(guess.confidence()), refs))
                .toList();
        if (!others.isEmpty()) {
            blocks.add(teller.paragraph(teller.plain("map.others")));
            blocks.add(new Block.Bullets(others));
        }
        blocks.add(teller.paragraph(teller.plain("map.limits")));
        blocks.add(teller.paragraph(teller.plain("ask.lead")));
        blocks.add(teller.ask(List.of(wording.say("map.ask", best.id()))));
        return blocks;
    }

    private String name(Guess guess) {
        return wording.say("technique.named", wording.pick(guess.name()), guess.id());
    }

    private Optional<String> tactics(Guess guess) {
        return catalog.technique(guess.id())
                .map(technique -> wording.list(technique.tactics().stream()
                        .map(Tactic::name)
                        .map(wording::pick)
                        .toList()));
    }

    private Ref result(TextFacts facts) {
        return new Ref.Result(
                "techniques-1",
                wording.say("map.label"),
                facts.guesses().stream()
                        .map(guess -> facts.text() + ": " + guess.id() + " "
                                + guess.name().en() + " "
                                + guess.name().zh() + ": " + wording.percent(guess.confidence()) + " "
                                + guess.words())
                        .collect(Collectors.joining("\n")));
    }
}
