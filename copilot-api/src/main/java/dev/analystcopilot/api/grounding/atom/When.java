package dev.analystcopilot.api.grounding.atom;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A time as far as a text gives it: what is left out is null.
///
/// @param hour 0 to 24
/// @param offset of the clock; null means UTC
public record When(
        @Nullable Integer year,
        @Nullable Integer month,
        @Nullable Integer day,
        @Nullable Integer hour,
        @Nullable Integer minute,
        @Nullable Integer second,
        @Nullable ZoneOffset offset) {

    static When date(@Nullable Integer year, @Nullable Integer month, @Nullable Integer day) {
        return new When(year, month, day, null, null, null, null);
    }

    static When clock(Integer hour, @Nullable Integer minute, @Nullable Integer second, @Nullable ZoneOffset offset) {
        return new When(null, null, null, hour, minute, second, offset);
    }

    boolean isDate() {
        return hour == null;
    }

    boolean isClock() {
        return month == null && day == null && year == null;
    }

    /// This date at that time of day.
    When at(When clock) {
        return new When(year, month, day, clock.hour, clock.minute, clock.second, clock.offset);
    }

    /// The same on a clock of another zone.
    When in(ZoneOffset zone) {
        return new When(year, month, day, hour, minute, second, zone);
    }

    /// Whether the instant is this time, as exactly as it is given.
    public boolean is(Instant instant) {
        LocalDateTime local = LocalDateTime.ofInstant(instant, offset == null ? ZoneOffset.UTC : offset);
        return fits(year, local.getYear())
                && fits(month, local.getMonthValue())
                && fits(day, local.getDayOfMonth())
                && fits(hour, local.getHour())
                && fits(minute, local.getMinute())
                && fits(second, local.getSecond());
    }

    /// Whether a time written elsewhere says this and maybe more.
    public boolean isIn(When fuller) {
        return within(year, fuller.year)
                && within(month, fuller.month)
                && within(day, fuller.day)
                && within(hour, fuller.hour)
                && within(minute, fuller.minute)
                && within(second, fuller.second)
                && (offset == null || hour == null || Objects.equals(offset, fuller.offset));
    }

    /// Seconds of the day; empty below the hour counts as zero. For the order of two times of one day.
    public int daySeconds() {
        return value(hour) * 3600 + value(minute) * 60 + value(second);
    }

    /// Comparable with that of another time that gives as much of a date.
    public long order() {
        return ((value(year) * 12L + value(month)) * 31 + value(day)) * 86_400 + daySeconds();
    }

    public boolean hasClock() {
        return hour != null;
    }

    public boolean hasMinute() {
        return minute != null;
    }

    public boolean hasDate() {
        return day != null;
    }

    private static int value(@Nullable Integer field) {
        return field == null ? 0 : field;
    }

    private static boolean fits(@Nullable Integer said, int is) {
        return said == null || said == is;
    }

    private static boolean within(@Nullable Integer said, @Nullable Integer is) {
        return said == null || said.equals(is);
    }
}
