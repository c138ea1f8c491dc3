package dev.analystcopilot.triage.narrate.topic;

import dev.analystcopilot.triage.narrate.AlertFact;
import dev.analystcopilot.triage.narrate.answer.Block;
import dev.analystcopilot.triage.narrate.answer.Sentence;
import dev.analystcopilot.triage.narrate.fact.CountFacts;
import dev.analystcopilot.triage.narrate.fact.HuntFacts;
import dev.analystcopilot.triage.narrate.words.Wording;
import java.util.ArrayList;
import java.util.List;

/// Says which alerts meet what was asked for, and how many there are.
final class HuntStory {
    private final Teller teller;
    private final Wording wording;

    HuntStory(Teller teller) {
        this.teller = teller;
        this.wording = teller.wording();
    }

    List<Block> blocks(HuntFacts facts) {
        List<Block> blocks = new ArrayList<>();
        if (!facts.unmatched().isEmpty()) {
            blocks.add(teller.paragraph(teller.plain(
                    "hunt.unmatched",
                    wording.list(facts.unmatched().stream().map(teller::quoted).toList()))));
        }
        CountFacts counted = facts.counted();
        blocks.addAll(new CountStory(teller).blocks(counted));
        if (facts.listed() && !counted.examples().isEmpty()) {
            List<Sentence> newest = new ArrayList<>();
            counted.examples().forEach(alert -> newest.add(line(alert)));
            long more = counted.total() - newest.size();
            blocks.add(teller.paragraph(teller.plain(more > 0 ? "hunt.newest" : "hunt.all")));
            blocks.add(new Block.Bullets(newest));
        }
        return blocks;
    }

    private Sentence line(AlertFact alert) {
        return teller.led(
                wording.span(alert.time(), alert.time()),
                teller.quoted(alert.title()),
                List.of(teller.citations().of(alert)));
    }
}
