package dev.analystcopilot.triage.narrate;

import dev.analystcopilot.triage.narrate.answer.Block;
import dev.analystcopilot.triage.narrate.answer.Ref;
import dev.analystcopilot.triage.narrate.answer.Sentence;
import dev.analystcopilot.triage.narrate.words.Wording;
import java.util.List;

/// Tells how often the like was seen before, when last, and what people judged.
public final class SeenBefore {
    private static final int TOLD = 3;

    private final Wording wording;
    private final Citations citations;

    public SeenBefore(Wording wording, Citations citations) {
        this.wording = wording;
        this.citations = citations;
    }

    public List<Block> blocks(List<PastFact> past) {
        return past.isEmpty()
                ? List.of()
                : List.of(
                        new Block.Heading(wording.say("head.seen")),
                        new Block.Bullets(
                                past.stream().limit(TOLD).map(this::told).toList()));
    }

    private Sentence told(PastFact past) {
        String what = wording.say("quote", wording.shortened(past.newest().title()));
        String last = wording.date(past.newest().time());
        String seen = past.alerts() == 1
                ? wording.say("seen.once", what, last)
                : wording.say(
                        past.countedAll() ? "seen.times" : "seen.at-least",
                        what,
                        past.alerts(),
                        wording.date(past.firstSeen()),
                        last);
        String judged = past.judged()
                .map(by ->
                        wording.say("seen.judged", wording.say("seen." + by.verdict()), by.by(), wording.date(by.at())))
                .orElseGet(() -> wording.say("seen.not-judged"));
        return Sentence.of(seen + judged, List.of(citations.of(past.newest()), counted(past)));
    }

    /// The count and its first day, which the newest alert does not have.
    private Ref counted(PastFact past) {
        return new Ref.Result(
                "seen-" + past.newest().id(),
                wording.say("head.seen") + " · "
                        + wording.shortened(past.newest().title()),
                "%s: %d%s alerts outside the case, from %s to %s%s"
                        .formatted(
                                past.newest().title(),
                                past.alerts(),
                                past.countedAll() ? "" : " or more",
                                past.firstSeen(),
                                past.newest().time(),
                                past.judged()
                                        .map(by -> "; judged " + by.verdict() + " by " + by.by() + " at " + by.at())
                                        .orElse("")));
    }
}
