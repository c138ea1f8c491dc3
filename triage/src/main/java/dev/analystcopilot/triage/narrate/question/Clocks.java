package dev.analystcopilot.triage.narrate.question;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads times of day: `03:57`, `03:57:26`, `4 pm`, `3点57分`, `3点半`; alone, as a span, or as a bound ("after 18:00",
/// `18点以后`).
final class Clocks {
    private static final String NOT_LONGER = "(?![\\d:])";
    private static final Pattern COLON =
            Pattern.compile("(?<![\\d:.])(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.\\d+)?)?" + NOT_LONGER + " ?([ap]m\\b)?");
    private static final Pattern PLAIN_PM = Pattern.compile("(?<![\\d:.])(\\d{1,2}) ?([ap]m)\\b");
    private static final Pattern ZH =
            Pattern.compile("(凌晨|早上|上午|中午|下午|傍晚|晚上|夜里)? ?(?<!\\d)(\\d{1,2}) ?[点时](?:(半)|(\\d{1,2}) ?分?)?");
    private static final Pattern AFTER = Pattern.compile("\\b(?:after|since)\\b|(?:以后|之后|后)");
    private static final Pattern BEFORE = Pattern.compile("\\b(?:before|until)\\b|(?:以前|之前|前)");
    private static final int AROUND_MINUTES = 15;

    private Clocks() {}

    /// The part of a day that is meant, with seconds from its midnight.
    record Part(int fromSecond, int toSecond) {}

    static Optional<Part> in(Remaining text) {
        boolean after = AFTER.matcher(text.rest()).find();
        boolean before = BEFORE.matcher(text.rest()).find();
        var times = new ArrayList<LocalTime>();
        text.take(COLON)
                .forEach(m ->
                        time(m.group(1), m.group(2), m.group(3), m.group(4)).ifPresent(times::add));
        text.take(PLAIN_PM)
                .forEach(m -> time(m.group(1), null, null, m.group(2)).ifPresent(times::add));
        text.take(ZH).forEach(m -> chinese(m).ifPresent(times::add));
        if (times.isEmpty()) {
            return Optional.empty();
        }
        List<Integer> seconds =
                times.stream().map(LocalTime::toSecondOfDay).sorted().toList();
        int first = seconds.getFirst();
        int last = seconds.getLast();
        if (first < last) {
            return Optional.of(new Part(first, last + 60));
        }
        if (after != before) {
            return Optional.of(after ? new Part(first, 86_400) : new Part(0, Math.max(1, first)));
        }
        return Optional.of(new Part(
                Math.max(0, first - AROUND_MINUTES * 60), Math.min(86_400, first + (AROUND_MINUTES + 1) * 60)));
    }

    private static Optional<LocalTime> chinese(MatchResult m) {
        String part = m.group(1) == null ? "" : m.group(1);
        boolean late = switch (part) {
            case "下午", "傍晚", "晚上", "夜里" -> true;
            default -> false;
        };
        return time(m.group(2), m.group(3) == null ? m.group(4) : "30", null, late ? "pm" : null);
    }

    private static Optional<LocalTime> time(
            String hour, @Nullable String minute, @Nullable String second, @Nullable String half) {
        int h = Integer.parseInt(hour);
        if (half != null) {
            h = half.equals("pm") && h < 12 ? h + 12 : half.equals("am") && h == 12 ? 0 : h;
        }
        int m = minute == null ? 0 : Integer.parseInt(minute);
        int s = second == null ? 0 : Integer.parseInt(second);
        return h < 24 && m < 60 && s < 60 ? Optional.of(LocalTime.of(h, m, s)) : Optional.empty();
    }
}
