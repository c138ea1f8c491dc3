package dev.analystcopilot.triage.narrate.question;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Reads the time that a question is about. Times are UTC unless it names another offset.
final class TimeReader {
    private static final Pattern OFFSET =
            Pattern.compile("\\(?\\b(?:utc|gmt) ?([+-]\\d{1,2})(?::?(\\d{2}))?(?!\\d)\\)?");
    private static final Pattern CHINA = Pattern.compile("北京时间|东八区|\\b(?:beijing|china)(?: standard)? time\\b");
    private static final Pattern UTC = Pattern.compile("\\(?(?:\\butc\\b|\\bgmt\\b|协调世界时|世界标准时间)\\)?");
    /// The T and the Z of `2022-01-24T03:56:47Z`.
    private static final Pattern ISO = Pattern.compile("(?<=\\d)t(?=\\d{1,2}:\\d{2})|(?<=\\d:\\d{2})z\\b");

    private TimeReader() {}

    /// What is read is blanked out of the text, which is in lower case.
    static Optional<TimeWindow> in(Remaining text, Instant now) {
        text.take(ISO);
        ZoneOffset offset = offset(text);
        LocalDate today = now.atOffset(offset).toLocalDate();
        List<Dates.Days> days = Dates.in(text, today);
        Optional<TimeWindow> relative = days.isEmpty() ? RelativeTimes.in(text, now, offset) : Optional.empty();
        Optional<Clocks.Part> part = Clocks.in(text);
        if (days.isEmpty()) {
            return relative.map(
                    window -> part.map(p -> within(window, p, offset)).orElse(window));
        }
        LocalDate first =
                days.stream().map(Dates.Days::first).min(LocalDate::compareTo).orElseThrow();
        LocalDate last =
                days.stream().map(Dates.Days::last).max(LocalDate::compareTo).orElseThrow();
        return Optional.of(new TimeWindow(
                at(first, part.map(Clocks.Part::fromSecond).orElse(0), offset),
                at(last, part.map(Clocks.Part::toSecond).orElse(86_400), offset)));
    }

    /// "yesterday at 03:57": the part of the day lies on the first day of the window where it fits.
    private static TimeWindow within(TimeWindow window, Clocks.Part part, ZoneOffset offset) {
        LocalDate day = window.from().atOffset(offset).toLocalDate();
        for (LocalDate d : List.of(day, day.plusDays(1))) {
            Instant from = at(d, part.fromSecond(), offset);
            if (!from.isBefore(window.from()) && from.isBefore(window.to())) {
                return new TimeWindow(from, at(d, part.toSecond(), offset));
            }
        }
        return window;
    }

    private static Instant at(LocalDate day, int second, ZoneOffset offset) {
        return day.atStartOfDay().toInstant(offset).plusSeconds(second);
    }

    private static ZoneOffset offset(Remaining text) {
        if (text.takes(CHINA)) {
            return ZoneOffset.ofHours(8);
        }
        List<MatchResult> offsets = text.take(OFFSET);
        text.take(UTC);
        return offsets.isEmpty() ? ZoneOffset.UTC : offset(offsets.getFirst());
    }

    private static ZoneOffset offset(MatchResult m) {
        int hours = Integer.parseInt(m.group(1));
        int minutes = m.group(2) == null ? 0 : Integer.parseInt(m.group(2));
        try {
            return ZoneOffset.ofHoursMinutes(hours, hours < 0 ? -minutes : minutes);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
