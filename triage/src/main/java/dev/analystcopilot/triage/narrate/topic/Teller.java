package dev.analystcopilot.triage.narrate.topic;

import dev.analystcopilot.triage.narrate.Citations;
import dev.analystcopilot.triage.narrate.answer.Block;
import dev.analystcopilot.triage.narrate.answer.Ref;
import dev.analystcopilot.triage.narrate.answer.Sentence;
import dev.analystcopilot.triage.narrate.words.Wording;
import java.time.Duration;
import java.util.List;

/// What every story needs: words, references, lists that stay short.
record Teller(Wording wording, Citations citations) {

    Block paragraph(Sentence... sentences) {
        return new Block.Paragraph(List.of(sentences));
    }

    Block heading(String key) {
        return new Block.Heading(wording.say(key));
    }

    Sentence say(List<Ref> refs, String key, Object... arguments) {
        return Sentence.of(wording.say(key, arguments), refs);
    }

    /// About the answer itself.
    Sentence plain(String key, Object... arguments) {
        return Sentence.plain(wording.say(key, arguments));
    }

    Sentence led(String lead, String text, List<Ref> refs) {
        return new Sentence(lead, text, refs);
    }

    String quoted(String text) {
        return wording.say("quote", wording.shortened(text));
    }

    String alerts(long count, boolean exact) {
        String said = wording.say("count.alerts", count);
        return exact ? said : wording.say("count.least", said);
    }

    /// The first of them, and how many more there are.
    String first(List<String> items, int max) {
        List<String> shown = items.stream().limit(max).map(wording::shortened).toList();
        return items.size() <= max
                ? wording.list(shown)
                : wording.say("list.more", String.join(wording.say("list.comma"), shown), items.size() - max);
    }

    /// `2 h 10 min`.
    String duration(Duration duration) {
        long minutes = Math.max(1, duration.toMinutes());
        if (minutes >= 2_880) {
            return wording.say("duration.days", duration.toDays());
        }
        return minutes < 60
                ? wording.say("duration.minutes", minutes)
                : wording.say("duration.hours", minutes / 60, minutes % 60);
    }

    /// That the question was not understood for sure, and what can be asked.
    Block unsure() {
        return paragraph(plain("talk.unsure"), plain("talk.unsure-ask"));
    }

    /// Questions that can be asked next, word for word.
    Block ask(List<String> questions) {
        return new Block.Bullets(questions.stream()
                .map(question -> Sentence.plain(wording.say("quote", question.strip())))
                .toList());
    }

    static String withoutKind(String key) {
        return key.substring(key.indexOf(':') + 1);
    }

    static String kind(String key) {
        return key.substring(0, Math.max(0, key.indexOf(':')));
    }
}
