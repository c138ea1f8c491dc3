package dev.analystcopilot.triage.narrate.topic;

import dev.analystcopilot.triage.narrate.CaseList;
import dev.analystcopilot.triage.narrate.answer.Block;
import dev.analystcopilot.triage.narrate.answer.Ref;
import dev.analystcopilot.triage.narrate.answer.Sentence;
import dev.analystcopilot.triage.narrate.fact.EntityFacts;
import dev.analystcopilot.triage.narrate.fact.EntityFacts.Day;
import dev.analystcopilot.triage.narrate.fact.EntityFacts.Said;
import dev.analystcopilot.triage.narrate.fact.Tally;
import dev.analystcopilot.triage.narrate.words.Wording;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Tells all that is known of an address, an account, a host, a file.
final class EntityStory {
    private static final List<String> TYPES =
            List.of("host", "user", "mailbox", "ip", "domain", "file", "process", "hash");
    private static final int CASES = 3;
    private static final int SAID = 5;
    private static final int BESIDE = 4;
    /// Fewer days tell nothing of what is usual.
    private static final int DAYS = 3;
    private static final double MUCH_MORE = 3;

    private final Teller teller;
    private final Wording wording;
    private final CaseList list;

    EntityStory(Teller teller, CaseList list) {
        this.teller = teller;
        this.wording = teller.wording();
        this.list = list;
    }

    List<Block> blocks(EntityFacts facts) {
        List<Ref> refs = List.of(result(facts));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(lead(facts, refs)));
        if (!facts.known().isEmpty()) {
            blocks.add(new Block.Bullets(facts.known().stream()
                    .map(known -> teller.led(
                            wording.say("entity.source." + known.source()), wording.pick(known.text()), refs))
                    .toList()));
        }
        if (!facts.cases().isEmpty()) {
            blocks.add(teller.heading("entity.cases"));
            List<Sentence> lines = new ArrayList<>(list.lines(facts.cases(), CASES));
            if (facts.cases().size() > CASES) {
                lines.add(teller.say(refs, "entity.more-cases", facts.cases().size() - CASES));
            }
            blocks.add(new Block.Bullets(lines));
        }
        said(facts, refs, blocks);
        beside(facts, refs, blocks);
        List<Sentence> missing = new ArrayList<>();
        if (!facts.inInventory()) {
            missing.add(teller.say(refs, "entity.no-inventory"));
        }
        if (!facts.onList()) {
            missing.add(teller.say(refs, "entity.no-indicator"));
        }
        if (!missing.isEmpty()) {
            blocks.add(new Block.Paragraph(missing));
        }
        near(facts, refs, blocks);
        return blocks;
    }

    private void near(EntityFacts facts, List<Ref> refs, List<Block> blocks) {
        if (!facts.near().isEmpty()) {
            blocks.add(teller.paragraph(teller.say(refs, "entity.near", wording.list(facts.near()))));
            blocks.add(teller.ask(facts.near().stream()
                    .limit(2)
                    .map(name -> wording.say("ask.entity", wording.spaced(name)))
                    .toList()));
        }
    }

    private List<Sentence> lead(EntityFacts facts, List<Ref> refs) {
        String name = wording.spaced(facts.name());
        if (facts.alerts() == 0 || facts.first().isEmpty() || facts.last().isEmpty()) {
            return List.of(teller.say(refs, "entity.none", name));
        }
        List<Sentence> sentences = new ArrayList<>();
        sentences.add(teller.say(
                refs,
                "entity.lead",
                name,
                teller.alerts(facts.alerts(), facts.exact()),
                wording.span(facts.first().get(), facts.first().get()),
                wording.span(facts.last().get(), facts.last().get())));
        usual(facts).ifPresent(sentences::add);
        return sentences;
    }

    /// The last day that it occurs on, against the days before. Silent where what was counted is not all.
    private Optional<Sentence> usual(EntityFacts facts) {
        List<Day> days = facts.days();
        if (!facts.exact() || days.size() <= DAYS) {
            return Optional.empty();
        }
        Day last = days.getLast();
        List<Long> before = days.subList(0, days.size() - 1).stream()
                .map(Day::alerts)
                .sorted()
                .toList();
        long middle = before.get(before.size() / 2);
        String key = last.alerts() >= MUCH_MORE * middle
                ? "entity.more"
                : last.alerts() * MUCH_MORE <= middle ? "entity.fewer" : "entity.usual";
        return Optional.of(teller.say(
                List.of(result(facts)),
                key,
                wording.date(last.day().atStartOfDay().toInstant(ZoneOffset.UTC)),
                wording.say("count.alerts", last.alerts()),
                before.size(),
                wording.say("count.alerts", middle)));
    }

    private void said(EntityFacts facts, List<Ref> refs, List<Block> blocks) {
        if (facts.said().isEmpty()) {
            return;
        }
        blocks.add(teller.heading("entity.said"));
        List<Sentence> lines = new ArrayList<>();
        for (Said said : facts.said().stream().limit(SAID).toList()) {
            lines.add(Sentence.of(
                    wording.say(
                            "entity.said-line",
                            teller.quoted(said.newest().title()),
                            wording.say("count.alerts", said.alerts()),
                            wording.span(said.newest().time(), said.newest().time())),
                    List.of(refs.getFirst(), teller.citations().of(said.newest()))));
        }
        if (facts.said().size() > SAID) {
            lines.add(teller.say(refs, "entity.more-said", facts.said().size() - SAID));
        }
        blocks.add(new Block.Bullets(lines));
    }

    private void beside(EntityFacts facts, List<Ref> refs, List<Block> blocks) {
        List<Sentence> lines = new ArrayList<>();
        for (String type : TYPES) {
            List<String> values = facts.beside().stream()
                    .filter(tally -> Teller.kind(tally.value()).equals(type))
                    .map(tally -> wording.say(
                            "affected.item",
                            Teller.withoutKind(tally.value()),
                            wording.say("count.alerts", tally.alerts())))
                    .toList();
            if (!values.isEmpty()) {
                lines.add(teller.led(wording.say("type." + type), teller.first(values, BESIDE), refs));
            }
        }
        if (!lines.isEmpty()) {
            blocks.add(teller.heading("entity.beside"));
            blocks.add(new Block.Bullets(lines));
        }
    }

    private Ref result(EntityFacts facts) {
        return new Ref.Result(
                "entity-" + facts.name(),
                wording.say("entity.label", facts.name()),
                "%s%nalerts: %d%s, first %s, last %s%nper day: %s%ntitles: %s%nbeside: %s%nknown: %s%nnear: %s%ncases: %d"
                        .formatted(
                                facts.name() + " " + facts.keys(),
                                facts.alerts(),
                                facts.exact() ? "" : " or more",
                                facts.first().map(Object::toString).orElse("-"),
                                facts.last().map(Object::toString).orElse("-"),
                                facts.days().stream()
                                        .map(day -> day.day() + "=" + day.alerts())
                                        .collect(Collectors.joining(", ")),
                                facts.said().stream()
                                        .limit(SAID * 2L)
                                        .map(said -> said.newest().title() + ": " + said.alerts() + ", last "
                                                + said.newest().time())
                                        .collect(Collectors.joining("; ")),
                                facts.beside().stream().map(EntityStory::text).collect(Collectors.joining(", ")),
                                facts.known().stream()
                                        .map(known -> wording.pick(known.text()))
                                        .collect(Collectors.joining("; ")),
                                String.join(", ", facts.near()),
                                facts.cases().size()));
    }

    private static String text(Tally tally) {
        return tally.value() + "=" + tally.alerts();
    }
}
