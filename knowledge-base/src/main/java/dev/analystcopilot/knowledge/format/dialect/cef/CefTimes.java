package dev.analystcopilot.knowledge.format.dialect.cef;

import dev.analystcopilot.knowledge.format.field.Times;
import dev.analystcopilot.knowledge.format.field.UnreadableRecordException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// When a CEF event happened: milliseconds since 1970, or `Jan 24 2024 03:25:00.123 UTC`. Where the event tells no
/// time,
/// that of the syslog header counts.
final class CefTimes {
    private static final List<String> KEYS = List.of("start", "rt", "deviceReceiptTime", "end", "art", "mrt");
    private static final Pattern WITHOUT_YEAR =
            Pattern.compile("(?:<[0-9]{1,3}>)?[A-Z][a-z]{2} [ 0-9]?[0-9] [0-9]{2}:[0-9]{2}:[0-9]{2}\\b(?! [0-9]{4}).*");
    private static final Pattern HEADER =
            Pattern.compile("\\b([0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9:.]{8,18}(?:Z|[+-][0-9]{2}:?[0-9]{2})?)|"
                    + "\\b([A-Z][a-z]{2} [ 0-9]?[0-9] [0-9]{4} [0-9]{2}:[0-9]{2}:[0-9]{2})");
    private static final DateTimeFormatter TEXT = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("MMM [ ]d yyyy HH:mm:ss[.SSSSSS][.SSS][ zzz][ Z][ XXX]")
            .toFormatter(Locale.ENGLISH);

    private CefTimes() {}

    /// @throws UnreadableRecordException if no time is told, or none that can be read
    static Instant of(Map<String, String> fields) {
        String zone = fields.getOrDefault("dtz", "");
        Optional<String> told = KEYS.stream()
                .map(key -> fields.getOrDefault(key, ""))
                .filter(value -> !value.isEmpty())
                .findFirst();
        if (told.isPresent()) {
            return read(told.get(), zone(zone));
        }
        String header = fields.getOrDefault(CefLine.SYSLOG, "");
        Matcher time = HEADER.matcher(header);
        if (time.find()) {
            return read(
                    Stream.of(1, 2)
                            .map(time::group)
                            .filter(found -> found != null)
                            .findFirst()
                            .orElse(""),
                    ZoneOffset.UTC);
        }
        throw WITHOUT_YEAR.matcher(header).matches()
                ? withoutYear(header)
                : new UnreadableRecordException("it has no time: let the device send 'rt' in milliseconds since 1970");
    }

    private static Instant read(String text, ZoneId zone) {
        if (WITHOUT_YEAR.matcher(text).matches()) {
            throw withoutYear(text);
        }
        return Times.read(text, TEXT, zone).orElseGet(() -> Times.read(text, zone));
    }

    private static UnreadableRecordException withoutYear(String text) {
        return new UnreadableRecordException("its time '" + text.substring(0, Math.min(text.length(), 24))
                + "' has no year: let the device send 'rt' in milliseconds since 1970");
    }

    private static ZoneId zone(String name) {
        return !name.isEmpty() && ZoneId.getAvailableZoneIds().contains(name) ? ZoneId.of(name) : ZoneOffset.UTC;
    }
}
