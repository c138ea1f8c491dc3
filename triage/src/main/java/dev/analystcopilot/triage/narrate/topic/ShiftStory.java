package dev.analystcopilot.triage.narrate.topic;

import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.narrate.CaseJudgement;
import dev.analystcopilot.triage.narrate.CaseVerdict;
import dev.analystcopilot.triage.narrate.answer.Block;
import dev.analystcopilot.triage.narrate.answer.Ref;
import dev.analystcopilot.triage.narrate.answer.Sentence;
import dev.analystcopilot.triage.narrate.fact.ShiftFacts;
import dev.analystcopilot.triage.narrate.fact.ShiftFacts.Said;
import dev.analystcopilot.triage.narrate.fact.ShiftFacts.ShiftCase;
import dev.analystcopilot.triage.narrate.words.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// Hands a shift over: what is new, what goes on, what people decided, what is open, what was set aside.
final class ShiftStory {
    private static final int TOLD = 5;
    private static final int ONGOING = 3;
    private static final int JUDGED = 6;
    private static final int OPEN = 3;

    private final Teller teller;
    private final Wording wording;
    private final CaseVerdict verdict;

    ShiftStory(Teller teller, CaseVerdict verdict) {
        this.teller = teller;
        this.wording = teller.wording();
        this.verdict = verdict;
    }

    List<Block> blocks(ShiftFacts facts) {
        List<Ref> refs = List.of(result(facts));
        List<Block> blocks = new ArrayList<>();
        String window = exact(facts);
        blocks.add(new Block.Heading(wording.say("shift.title", window)));
        if (facts.alerts() == 0) {
            blocks.add(teller.paragraph(teller.say(refs, "shift.nothing")));
            return blocks;
        }
        blocks.add(new Block.Paragraph(lead(facts, refs)));
        List<ShiftCase> open =
                facts.cases().stream().filter(found -> !found.setAside()).toList();
        section("shift.new", open.stream().filter(found -> isNew(facts, found)).toList(), TOLD, facts, refs, blocks);
        section(
                "shift.ongoing",
                open.stream().filter(found -> !isNew(facts, found)).toList(),
                ONGOING,
                facts,
                refs,
                blocks);
        judgements(facts, refs, blocks);
        changed(facts, blocks);
        attention(facts, refs, blocks);
        next(facts, open, blocks);
        setAside(facts, refs, blocks);
        return blocks;
    }

    private List<Sentence> lead(ShiftFacts facts, List<Ref> refs) {
        List<Sentence> sentences = new ArrayList<>();
        if (facts.moved()) {
            sentences.add(teller.say(refs, "shift.moved"));
        }
        long fresh = facts.cases().stream().filter(found -> isNew(facts, found)).count();
        long attacks = count(facts, "true_positive");
        long unsettled = count(facts, "insufficient_data");
        sentences.add(teller.say(
                refs,
                "shift.lead",
                teller.alerts(facts.alerts(), facts.exact()),
                wording.say("count.cases", facts.cases().size()),
                fresh));
        sentences.add(teller.say(
                refs, "shift.verdicts", attacks, unsettled, facts.cases().size() - attacks - unsettled));
        return sentences;
    }

    private void section(
            String heading, List<ShiftCase> cases, int max, ShiftFacts facts, List<Ref> refs, List<Block> blocks) {
        List<CaseDocument> told = cases.stream()
                .map(found -> facts.told().get(found.id()))
                .filter(Objects::nonNull)
                .limit(max)
                .toList();
        if (told.isEmpty()) {
            return;
        }
        blocks.add(teller.heading(heading));
        List<Sentence> lines =
                new ArrayList<>(told.stream().map(found -> line(found, facts)).toList());
        if (cases.size() > told.size()) {
            lines.add(teller.say(refs, "shift.more", cases.size() - told.size()));
        }
        blocks.add(new Block.Steps(lines));
    }

    private Sentence line(CaseDocument document, ShiftFacts facts) {
        long effective = document.steps().stream()
                .filter(step -> step.outcome().equals("succeeded"))
                .count();
        CaseJudgement judged = facts.judged().get(document.id());
        String whose = judged == null
                ? wording.say("case.verdict", verdict.name(document), wording.percent(document.confidence()))
                : wording.say("shift.judged-by", wording.say("seen." + judged.verdict()), judged.by());
        String effect = document.steps().isEmpty()
                ? wording.say("shift.no-step")
                : effective == 0
                        ? wording.say("shift.no-effect", document.steps().size())
                        : wording.say(
                                "shift.effect", effective, document.steps().size());
        return teller.led(
                wording.pick(document.title()),
                wording.say(
                        "shift.line",
                        whose,
                        effect,
                        wording.say("count.alerts", document.alertCount()),
                        wording.span(document.firstSeen(), document.lastSeen()),
                        document.id()),
                List.of(teller.citations().of(document)));
    }

    private void judgements(ShiftFacts facts, List<Ref> refs, List<Block> blocks) {
        blocks.add(teller.heading("shift.judged"));
        if (facts.judgements().isEmpty()) {
            blocks.add(teller.paragraph(teller.say(refs, "shift.judged-none")));
            return;
        }
        List<Sentence> lines = new ArrayList<>();
        for (Said said : facts.judgements().stream().limit(JUDGED).toList()) {
            lines.add(teller.led(
                    teller.quoted(said.subject()),
                    wording.say(
                            said.reason().isBlank() ? "shift.said" : "shift.said-because",
                            said.by(),
                            wording.say("seen." + said.verdict()),
                            wording.span(said.at(), said.at()),
                            teller.quoted(said.reason())),
                    refs));
        }
        if (facts.judgements().size() > JUDGED) {
            lines.add(teller.say(refs, "shift.more-judged", facts.judgements().size() - JUDGED));
        }
        blocks.add(new Block.Bullets(lines));
    }

    /// Cases that went beyond what somebody had judged.
    private void changed(ShiftFacts facts, List<Block> blocks) {
        List<Sentence> lines = facts.told().values().stream()
                .filter(found -> !beyond(facts, found).isEmpty())
                .sorted(Comparator.comparing(CaseDocument::id))
                .limit(ONGOING)
                .map(found -> teller.led(
                        wording.pick(found.title()),
                        beyond(facts, found).stream()
                                .map(wording::pick)
                                .collect(Collectors.joining(wording.say("list.semicolon"))),
                        List.of(teller.citations().of(found))))
                .toList();
        if (!lines.isEmpty()) {
            blocks.add(teller.heading("shift.changed"));
            blocks.add(new Block.Bullets(lines));
        }
    }

    private static List<Bilingual> beyond(ShiftFacts facts, CaseDocument found) {
        return Optional.ofNullable(facts.judged().get(found.id()))
                .map(CaseJudgement::beyond)
                .orElse(List.of());
    }

    private void attention(ShiftFacts facts, List<Ref> refs, List<Block> blocks) {
        List<Sentence> lines = new ArrayList<>();
        facts.attention()
                .forEach(tally -> lines.add(teller.say(refs, "shift.attention." + tally.value(), tally.alerts())));
        facts.told().values().stream()
                .sorted(Comparator.comparing(CaseDocument::id))
                .forEach(found -> {
                    var attention = found.attention();
                    if (attention != null && lines.size() < TOLD) {
                        lines.add(teller.led(
                                wording.pick(found.title()),
                                wording.pick(attention.reason()),
                                List.of(teller.citations().of(found))));
                    }
                });
        if (!lines.isEmpty()) {
            blocks.add(teller.heading("shift.attention"));
            blocks.add(new Block.Bullets(lines));
        }
    }

    private void next(ShiftFacts facts, List<ShiftCase> open, List<Block> blocks) {
        List<CaseDocument> unanswered = open.stream()
                .map(found -> facts.told().get(found.id()))
                .filter(Objects::nonNull)
                .filter(found -> !found.wouldChange().isEmpty())
                .limit(OPEN)
                .toList();
        if (unanswered.isEmpty()) {
            return;
        }
        blocks.add(teller.heading("shift.next"));
        blocks.add(new Block.Steps(unanswered.stream()
                .map(found -> teller.led(
                        wording.pick(found.title()),
                        wording.pick(found.wouldChange().getFirst()),
                        List.of(teller.citations().of(found))))
                .toList()));
        blocks.add(teller.paragraph(teller.plain("ask.lead")));
        blocks.add(teller.ask(
                List.of(wording.say("ask.next-case", unanswered.getFirst().id()))));
    }

    private void setAside(ShiftFacts facts, List<Ref> refs, List<Block> blocks) {
        long benign = count(facts, "benign");
        long wrong = count(facts, "false_positive");
        blocks.add(teller.heading("shift.aside"));
        blocks.add(new Block.Paragraph(
                List.of(teller.say(refs, "shift.aside-lead", benign, wrong), teller.plain("shift.aside-kept"))));
    }

    private static boolean isNew(ShiftFacts facts, ShiftCase found) {
        return !found.firstSeen().isBefore(facts.window().from());
    }

    private static long count(ShiftFacts facts, String disposition) {
        return facts.cases().stream()
                .filter(found -> found.disposition().equals(disposition))
                .count();
    }

    private String exact(ShiftFacts facts) {
        return wording.span(facts.window().from(), facts.window().to());
    }

    private Ref result(ShiftFacts facts) {
        return new Ref.Result(
                "shift-1",
                wording.say("shift.title", exact(facts)),
                "from %s to %s: %d%s alerts, %d cases%n%s%njudged:%n%s%nattention: %s"
                        .formatted(
                                facts.window().from(),
                                facts.window().to(),
                                facts.alerts(),
                                facts.exact() ? "" : " or more",
                                facts.cases().size(),
                                facts.cases().stream()
                                        .map(found -> found.id() + " " + found.disposition() + " " + found.alerts()
                                                + " alerts " + found.firstSeen() + " to " + found.lastSeen())
                                        .collect(Collectors.joining("\n")),
                                facts.judgements().stream()
                                        .map(said -> said.subject() + ": " + said.verdict() + " by " + said.by()
                                                + " at " + said.at() + " " + said.reason())
                                        .collect(Collectors.joining("\n")),
                                facts.attention().stream()
                                        .map(tally -> tally.value() + "=" + tally.alerts())
                                        .collect(Collectors.joining(", "))));
    }
}
