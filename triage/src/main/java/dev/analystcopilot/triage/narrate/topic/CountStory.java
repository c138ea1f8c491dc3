package dev.analystcopilot.triage.narrate.topic;

import dev.analystcopilot.triage.narrate.answer.Block;
import dev.analystcopilot.triage.narrate.answer.Ref;
import dev.analystcopilot.triage.narrate.answer.Sentence;
import dev.analystcopilot.triage.narrate.fact.CountFacts;
import dev.analystcopilot.triage.narrate.fact.Tally;
import dev.analystcopilot.triage.narrate.question.Grouping;
import dev.analystcopilot.triage.narrate.words.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Says how many there are, and of what.
final class CountStory {
    private static final int ROWS = 10;

    private final Teller teller;
    private final Wording wording;

    CountStory(Teller teller) {
        this.teller = teller;
        this.wording = teller.wording();
    }

    List<Block> blocks(CountFacts facts) {
        String window =
                facts.window().map(w -> wording.window(w.from(), w.to())).orElse("");
        String ever = facts.window().isPresent() ? "" : "-ever";
        String what = facts.total() == 0
                ? wording.say(facts.cases() ? "count.nothing-cases" : "count.nothing")
                : facts.cases()
                        ? wording.say("count.cases", facts.total())
                        : teller.alerts(facts.total(), facts.exact());
        String subject = facts.about().isEmpty()
                ? what
                : wording.say("count.of", wording.leading(what), wording.spaced(wording.list(facts.about())));
        Optional<String> limits =
                facts.limits().stream().map(this::limit).reduce((one, other) -> wording.say("count.both", one, other));
        if (limits.isPresent()) {
            subject = wording.say("count.limited", wording.leading(subject), limits.get());
        }
        boolean atEnd = facts.total() == 0 && facts.window().isEmpty() && subject.endsWith(",");
        subject = wording.leading(atEnd ? subject.substring(0, subject.length() - 1) : subject);
        List<Ref> refs = List.of(result(facts, (subject + " " + window).strip()));
        List<Block> blocks = new ArrayList<>();
        if (facts.total() == 0) {
            blocks.add(teller.paragraph(teller.say(refs, "count.none" + ever, subject, window)));
            return blocks;
        }
        List<Sentence> lead = new ArrayList<>();
        lead.add(teller.say(refs, "count.lead" + ever, subject, window, facts.total()));
        if (facts.first().isPresent() && facts.last().isPresent()) {
            lead.add(teller.say(
                    refs,
                    "count.span",
                    wording.span(facts.first().get(), facts.last().get())));
        }
        if (!facts.exact()) {
            lead.add(teller.plain("count.partly"));
        }
        blocks.add(new Block.Paragraph(lead));
        if (!facts.rows().isEmpty()) {
            blocks.add(teller.paragraph(teller.plain(
                    "count.by", wording.say("by." + facts.grouping().wireName()))));
            List<Sentence> rows = new ArrayList<>();
            facts.rows().stream().limit(ROWS).forEach(row -> rows.add(row(facts, row, refs)));
            long more = facts.groups() - Math.min(ROWS, facts.rows().size());
            if (more > 0) {
                rows.add(teller.say(refs, "count.more-groups", more));
            }
            blocks.add(new Block.Bullets(rows));
        }
        return blocks;
    }

    private Sentence row(CountFacts facts, Tally row, List<Ref> refs) {
        String count =
                facts.cases() ? wording.say("count.cases", row.alerts()) : wording.say("count.alerts", row.alerts());
        return teller.led(value(facts.grouping(), row.value()), count, refs);
    }

    private String value(Grouping grouping, String value) {
        return switch (grouping) {
            case DISPOSITION -> wording.say("verdict." + value);
            case SEVERITY -> wording.say("severity." + value);
            case OUTCOME -> wording.say("outcome." + value);
            case RULE,
                    TITLE,
                    HOST,
                    USER,
                    IP,
                    DOMAIN,
                    HASH,
                    PROCESS,
                    FILE,
                    URL,
                    MAILBOX,
                    SOURCE,
                    STATUS,
                    CASE,
                    TECHNIQUE,
                    HOUR,
                    DAY -> wording.shortened(value);
        };
    }

    private String limit(String limit) {
        String value = limit.substring(limit.indexOf(':') + 1);
        return switch (limit.substring(0, Math.max(0, limit.indexOf(':')))) {
            case "severity" -> wording.say("count.severe", wording.say("severity." + value));
            case "rated" -> wording.say("count.rated", wording.say("severity." + value));
            case "verdict" -> wording.say("count.verdict", wording.say("seen." + value));
            case "outcome" -> wording.say("count.outcome." + value);
            case "says" -> wording.say("count.says", wording.shortened(value));
            case "like" -> wording.say("count.says-like", wording.shortened(value));
            case "before" -> wording.say("count.before", wording.span(Instant.parse(value), Instant.parse(value)));
            case "is" -> field("count.is", value);
            case "not" -> field("count.is-not", value);
            default -> value;
        };
    }

    /// @param value `field=value`
    private String field(String key, String value) {
        int equals = value.indexOf('=');
        String what = value.substring(equals + 1);
        return wording.say(
                key,
                wording.say("by." + value.substring(0, Math.max(0, equals))),
                wording.spaced(wording.shortened(what)));
    }

    private Ref result(CountFacts facts, String label) {
        String rows = facts.rows().stream()
                .map(row -> row.value() + " (" + value(facts.grouping(), row.value()) + "): " + row.alerts())
                .collect(Collectors.joining("\n"));
        return new Ref.Result(
                "count-1",
                label,
                "%s%ncounted: %d%s%nfirst: %s, last: %s%nby %s, %d groups:%n%s"
                        .formatted(
                                label,
                                facts.total(),
                                facts.exact() ? "" : " or more",
                                facts.first().map(Object::toString).orElse("-"),
                                facts.last().map(Object::toString).orElse("-"),
                                facts.grouping().wireName(),
                                facts.groups(),
                                rows));
    }
}
