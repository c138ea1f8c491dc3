package dev.analystcopilot.triage.narrate.topic;

import dev.analystcopilot.knowledge.attack.Tactic;
import dev.analystcopilot.knowledge.attack.Technique;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.triage.narrate.SeenBefore;
import dev.analystcopilot.triage.narrate.answer.Block;
import dev.analystcopilot.triage.narrate.answer.Ref;
import dev.analystcopilot.triage.narrate.answer.Sentence;
import dev.analystcopilot.triage.narrate.fact.EntityFacts.Said;
import dev.analystcopilot.triage.narrate.fact.OneAlert;
import dev.analystcopilot.triage.narrate.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Explains one alert: what it says, what it means, what triage made of it, what came around it.
final class AlertStory {
    private static final List<String> TYPES =
            List.of("host", "user", "mailbox", "ip", "domain", "url", "file", "process", "hash");
    private static final int NAMED = 4;
    private static final int AROUND = 5;

    private final TechniqueCatalog catalog;
    private final Teller teller;
    private final Wording wording;
    private final SeenBefore seenBefore;

    AlertStory(TechniqueCatalog catalog, Teller teller, SeenBefore seenBefore) {
        this.catalog = catalog;
        this.teller = teller;
        this.wording = teller.wording();
        this.seenBefore = seenBefore;
    }

    List<Block> blocks(OneAlert facts) {
        List<Ref> refs = List.of(teller.citations().of(facts.alert()));
        List<Block> blocks = new ArrayList<>();
        List<Sentence> lead = new ArrayList<>();
        lead.add(teller.say(
                refs,
                "alert.lead",
                wording.span(facts.alert().time(), facts.alert().time()),
                facts.alert().source(),
                teller.quoted(facts.alert().title()),
                wording.say("severity." + facts.severity())));
        lead.add(teller.say(refs, "alert.outcome." + facts.outcome()));
        blocks.add(new Block.Paragraph(lead));
        shows(facts, refs, blocks);
        blocks.add(teller.heading("alert.means"));
        blocks.add(new Block.Paragraph(meaning(facts, refs)));
        blocks.add(teller.heading("alert.judged"));
        blocks.add(new Block.Paragraph(judged(facts, refs)));
        around(facts, blocks);
        blocks.addAll(seenBefore.blocks(facts.past()));
        facts.inCase().ifPresent(found -> {
            blocks.add(teller.paragraph(teller.plain("ask.lead")));
            blocks.add(teller.ask(
                    List.of(wording.say("ask.about-case", found.id()), wording.say("ask.next-case", found.id()))));
        });
        return blocks;
    }

    private void shows(OneAlert facts, List<Ref> refs, List<Block> blocks) {
        List<Sentence> lines = new ArrayList<>();
        for (String type : TYPES) {
            List<String> values = facts.alert().entities().stream()
                    .filter(key -> Teller.kind(key).equals(type))
                    .map(Teller::withoutKind)
                    .toList();
            if (!values.isEmpty()) {
                lines.add(teller.led(wording.say("type." + type), teller.first(values, NAMED), refs));
            }
        }
        if (!facts.message().isBlank() && !facts.message().equals(facts.alert().title())) {
            lines.add(teller.led(wording.say("alert.message"), teller.quoted(facts.message()), refs));
        }
        if (!lines.isEmpty()) {
            blocks.add(teller.heading("alert.shows"));
            blocks.add(new Block.Bullets(lines));
        }
    }

    private List<Sentence> meaning(OneAlert facts, List<Ref> refs) {
        List<Sentence> sentences = new ArrayList<>();
        if (!facts.rule().equals(facts.alert().title())) {
            sentences.add(teller.say(refs, "alert.rule", teller.quoted(facts.rule())));
        }
        for (String id : facts.techniques().stream().limit(NAMED).toList()) {
            catalog.technique(id)
                    .ifPresent(technique -> sentences.add(teller.say(
                            refs,
                            "alert.technique",
                            wording.say("technique.named", wording.pick(technique.name()), id),
                            wording.list(tactics(technique)))));
        }
        if (facts.techniques().isEmpty()) {
            sentences.add(teller.say(refs, "alert.no-technique"));
        }
        return sentences;
    }

    private List<String> tactics(Technique technique) {
        return technique.tactics().stream().map(Tactic::name).map(wording::pick).toList();
    }

    private List<Sentence> judged(OneAlert facts, List<Ref> refs) {
        List<Sentence> sentences = new ArrayList<>();
        sentences.add(facts.verdict()
                .map(verdict -> teller.say(
                        List.of(result(facts)),
                        "alert.verdict",
                        wording.say("verdict." + verdict),
                        wording.percent(facts.confidence())))
                .orElseGet(() -> teller.say(refs, "alert.not-yet")));
        sentences.add(facts.inCase()
                .map(found -> Sentence.of(
                        wording.say(
                                "alert.case",
                                wording.say("quote", wording.pick(found.title())),
                                wording.say("count.alerts", found.alertCount()),
                                wording.say("seen." + found.disposition())),
                        List.of(teller.citations().of(found))))
                .orElseGet(() -> teller.say(refs, "alert.no-case")));
        return sentences;
    }

    private void around(OneAlert facts, List<Block> blocks) {
        blocks.add(teller.heading("alert.around"));
        if (facts.around().isEmpty()) {
            blocks.add(teller.paragraph(teller.say(List.of(result(facts)), "alert.around-none", facts.minutes())));
            return;
        }
        blocks.add(teller.paragraph(teller.plain("alert.around-lead", facts.minutes())));
        List<Sentence> lines = new ArrayList<>();
        for (Said said : facts.around().stream().limit(AROUND).toList()) {
            lines.add(Sentence.of(
                    wording.say(
                            "affected.item",
                            teller.quoted(said.newest().title()),
                            wording.say("count.alerts", said.alerts())),
                    List.of(result(facts), teller.citations().of(said.newest()))));
        }
        if (facts.around().size() > AROUND) {
            lines.add(teller.say(
                    List.of(result(facts)), "entity.more-said", facts.around().size() - AROUND));
        }
        blocks.add(new Block.Bullets(lines));
    }

    /// What triage made of it, and what came around it: the alert itself holds neither.
    private Ref result(OneAlert facts) {
        String judged = facts.verdict()
                .map(verdict -> "suggested: " + wording.say("verdict." + verdict) + " " + verdict + " "
                        + wording.percent(facts.confidence()))
                .orElse("not judged");
        String around = facts.around().stream()
                .limit(AROUND)
                .map(said -> "“%s”: %d alerts".formatted(said.newest().title(), said.alerts()))
                .collect(Collectors.joining("\n"));
        return new Ref.Result(
                "alert-" + facts.alert().id(),
                wording.say("alert.result"),
                "%s%nwithin %d minutes before and after: %d kinds of alerts, %d more than told%n%s"
                        .formatted(
                                judged,
                                facts.minutes(),
                                facts.around().size(),
                                Math.max(0, facts.around().size() - AROUND),
                                around));
    }
}
