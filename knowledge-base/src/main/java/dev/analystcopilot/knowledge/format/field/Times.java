package dev.analystcopilot.knowledge.format.field;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Reads points in time: numbers since 1970, whose size tells seconds from milli-, micro- and nanoseconds, and ISO 8601
/// in the spellings products use. A time without a zone is UTC.
public final class Times {
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");
    private static final BigDecimal GIGA = BigDecimal.valueOf(1_000_000_000);
    /// Below it a number counts seconds (until the year 5138), below its thousandfold milliseconds, and so on.
    private static final BigDecimal SECONDS_BELOW = BigDecimal.valueOf(100_000_000_000L);

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}(\\.[0-9]{1,20})?");
    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendPattern("['T'][ ]")
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .appendPattern("[ ][XXX][XX][X]")
            .toFormatter(Locale.ROOT);

    private Times() {}

    /// @throws UnreadableRecordException if it is no time, or none between 1970 and 2200
    public static Instant read(JsonNode node) {
        return read(Json.text(node));
    }

    /// @throws UnreadableRecordException if it is no time, or none between 1970 and 2200
    public static Instant read(String text) {
        return read(text, ZoneOffset.UTC);
    }

    /// @param zone the zone of a time that names none
    /// @throws UnreadableRecordException if it is no time, or none between 1970 and 2200
    public static Instant read(String text, ZoneId zone) {
        String time = text.strip();
        if (time.isEmpty()) {
            throw new UnreadableRecordException("it has no time");
        }
        return inRange(NUMBER.matcher(time).matches() ? sinceEpoch(time) : iso(time, zone), time);
    }

    /// Reads a time of a layout of its own; empty if it does not fit.
    ///
    /// @throws UnreadableRecordException if it is none between 1970 and 2200
    public static Optional<Instant> read(String text, DateTimeFormatter layout, ZoneId zone) {
        try {
            return Optional.of(inRange(instant(layout, text.strip(), zone), text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant sinceEpoch(String number) {
        if (number.length() <= 10 && number.indexOf('.') < 0) {
            return Instant.ofEpochSecond(Long.parseLong(number));
        }
        var count = new BigDecimal(number);
        var unit = BigDecimal.ONE;
        while (count.compareTo(SECONDS_BELOW.multiply(unit)) >= 0 && unit.compareTo(GIGA) < 0) {
            unit = unit.scaleByPowerOfTen(3);
        }
        BigInteger nanos = count.multiply(GIGA).divideToIntegralValue(unit).toBigInteger();
        BigInteger[] parts = nanos.divideAndRemainder(GIGA.toBigInteger());
        return parts[0].bitLength() < 63
                ? Instant.ofEpochSecond(Math.min(parts[0].longValue(), LAST.getEpochSecond()), parts[1].longValue())
                : LAST;
    }

    private static Instant iso(String text, ZoneId zone) {
        try {
            return instant(ISO, text.endsWith(" UTC") ? text.substring(0, text.length() - 4) : text, zone);
        } catch (DateTimeException e) {
            throw notATime(text);
        }
    }

    private static Instant instant(DateTimeFormatter layout, String text, ZoneId zone) {
        return switch (layout.parseBest(text, OffsetDateTime::from, LocalDateTime::from)) {
            case OffsetDateTime time -> time.toInstant();
            case LocalDateTime time -> time.atZone(zone).toInstant();
            default -> throw new DateTimeException("no time of day");
        };
    }

    private static Instant inRange(Instant time, String text) {
        if (time.isBefore(Instant.EPOCH) || !time.isBefore(LAST)) {
            throw new UnreadableRecordException("its time '" + shortened(text) + "' lies outside 1970 to 2200");
        }
        return time;
    }

    private static UnreadableRecordException notATime(String text) {
        return new UnreadableRecordException("its time '" + shortened(text) + "' is no time that can be read");
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
