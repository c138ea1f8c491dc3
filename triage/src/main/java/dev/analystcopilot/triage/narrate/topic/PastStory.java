package dev.analystcopilot.triage.narrate.topic;

import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.narrate.CaseVerdict;
import dev.analystcopilot.triage.narrate.Facts;
import dev.analystcopilot.triage.narrate.PastFact;
import dev.analystcopilot.triage.narrate.SeenBefore;
import dev.analystcopilot.triage.narrate.answer.Block;
import dev.analystcopilot.triage.narrate.answer.Ref;
import dev.analystcopilot.triage.narrate.answer.Sentence;
import dev.analystcopilot.triage.narrate.fact.PastOfCase;
import dev.analystcopilot.triage.narrate.words.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says whether the like of a case was seen before, and what was decided.
final class PastStory {
    private final Teller teller;
    private final Wording wording;
    private final SeenBefore seenBefore;
    private final CaseVerdict verdict;

    PastStory(Teller teller, SeenBefore seenBefore, CaseVerdict verdict) {
        this.teller = teller;
        this.wording = teller.wording();
        this.seenBefore = seenBefore;
        this.verdict = verdict;
    }

    List<Block> blocks(PastOfCase past, Facts facts) {
        if (past.told().isEmpty()) {
            return List.of(
                    teller.paragraph(teller.plain("past.which")), teller.ask(List.of(wording.say("ask.urgent"))));
        }
        CaseDocument told = past.told().get();
        List<Ref> refs = List.of(teller.citations().of(told));
        String title = teller.quoted(wording.pick(told.title()));
        List<Block> blocks = new ArrayList<>();
        List<PastFact> all =
                Stream.concat(past.same().stream(), past.like().stream()).toList();
        List<Sentence> lead = new ArrayList<>();
        if (past.same().isEmpty()) {
            lead.add(teller.say(refs, past.like().isEmpty() ? "past.nothing" : "past.only-like", title));
        } else {
            long alerts = past.same().stream().mapToLong(PastFact::alerts).sum();
            boolean exact = past.same().stream().allMatch(PastFact::countedAll);
            lead.add(teller.say(
                    List.of(refs.getFirst(), result(past, alerts)),
                    "past.same",
                    title,
                    past.same().size(),
                    teller.alerts(alerts, exact)));
        }
        lead.add(decided(all, refs));
        blocks.add(new Block.Paragraph(lead));
        blocks.addAll(seenBefore.blocks(past.same()));
        if (!past.like().isEmpty()) {
            blocks.add(teller.paragraph(teller.plain("past.like")));
            blocks.addAll(
                    seenBefore.blocks(onePerTitle(past.like())).stream().skip(1).toList());
        }
        verdict.judged(told, facts.judged()).ifPresent(blocks::add);
        return blocks;
    }

    private Ref result(PastOfCase past, long alerts) {
        return new Ref.Result(
                "past-1",
                wording.say("head.seen"),
                past.same().stream()
                        .map(fact ->
                                fact.newest().title() + ": " + fact.alerts() + (fact.countedAll() ? "" : " or more"))
                        .collect(Collectors.joining(
                                "\n", alerts + " alerts of " + past.same().size() + " kinds\n", "")));
    }

    private static List<PastFact> onePerTitle(List<PastFact> past) {
        Set<String> titles = new HashSet<>();
        return past.stream().filter(fact -> titles.add(fact.newest().title())).toList();
    }

    private Sentence decided(List<PastFact> all, List<Ref> refs) {
        List<String> said = Stream.of("true_positive", "benign", "false_positive", "insufficient_data")
                .flatMap(name -> {
                    long times = all.stream()
                            .flatMap(fact -> fact.judged().stream())
                            .filter(judged -> judged.verdict().equals(name))
                            .count();
                    return times == 0
                            ? Stream.empty()
                            : Stream.of(wording.say("past.times", wording.say("seen." + name), times));
                })
                .toList();
        return said.isEmpty()
                ? teller.say(refs, "past.undecided")
                : teller.say(
                        all.stream()
                                .filter(fact -> fact.judged().isPresent())
                                .limit(3)
                                .map(fact -> teller.citations().of(fact.newest()))
                                .toList(),
                        "past.decided",
                        wording.list(said));
    }
}
