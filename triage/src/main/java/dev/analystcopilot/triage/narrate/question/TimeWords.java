package dev.analystcopilot.triage.narrate.question;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// The time that a text names, apart from what else it says: for readers of other things than questions.
public final class TimeWords {
    private TimeWords() {}

    /// @param rest the text in its usual characters; the words of the time are blanks
    public record Read(Optional<TimeWindow> window, String rest) {
        public Read {
            requireNonNull(window, "window");
            requireNonNull(rest, "rest");
        }
    }

    /// @param now what "today" and "last night" are told from
    public static Read in(String text, Instant now) {
        String normal = PlainText.normal(text);
        var remaining = new Remaining(normal.toLowerCase(Locale.ROOT));
        Optional<TimeWindow> window = TimeReader.in(remaining, now);
        return new Read(window, QuestionReader.sameCase(normal, remaining.rest()));
    }
}
