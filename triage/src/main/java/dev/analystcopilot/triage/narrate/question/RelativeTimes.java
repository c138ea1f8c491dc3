package dev.analystcopilot.triage.narrate.question;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Reads times that are told from now: "last night", "yesterday", "last 24 hours", 昨晚, 最近三天, "on Monday", 上周.
/// A night lasts from 18:00 to 08:00.
final class RelativeTimes {
    private static final String COUNT_EN = "(\\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve)";
    private static final Pattern LAST_EN = Pattern.compile(
            "\\b(?:last|past|previous|recent) (?:" + COUNT_EN + " )?(minute|min|hour|hr|day|week|month)(s?)\\b");
    private static final Pattern LAST_ZH =
            Pattern.compile("(?:最近|过去|近|前)(?:的)? ?(\\d{1,4}|[一二两三四五六七八九十])? ?个? ?(分钟|小时|钟头|天|日|周|星期|礼拜|月)");
    private static final Map<String, Integer> NUMBERS = Map.ofEntries(
            Map.entry("a", 1),
            Map.entry("an", 1),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("three", 3),
            Map.entry("four", 4),
            Map.entry("five", 5),
            Map.entry("six", 6),
            Map.entry("seven", 7),
            Map.entry("eight", 8),
            Map.entry("nine", 9),
            Map.entry("ten", 10),
            Map.entry("twelve", 12),
            Map.entry("一", 1),
            Map.entry("二", 2),
            Map.entry("两", 2),
            Map.entry("三", 3),
            Map.entry("四", 4),
            Map.entry("五", 5),
            Map.entry("六", 6),
            Map.entry("七", 7),
            Map.entry("八", 8),
            Map.entry("九", 9),
            Map.entry("十", 10));

    private static final List<Named> NAMED = List.of(
            new Named("\\blast night\\b|昨晚|昨夜|昨天晚上|昨天夜里", day -> night(day.minusDays(1))),
            new Named("\\btonight\\b|今晚|今夜", RelativeTimes::night),
            new Named("\\bthis morning\\b|今早|今晨|今天早上|今天上午", day -> span(day, LocalTime.MIDNIGHT, LocalTime.NOON)),
            new Named("\\bday before yesterday\\b|前天", day -> days(day.minusDays(2), 1)),
            new Named("\\byesterday\\b|昨天|昨日", day -> days(day.minusDays(1), 1)),
            new Named("\\btoday\\b|今天|今日|当天", day -> days(day, 1)),
            new Named("\\bthis week\\b|本周|这周|这个星期|本星期", day -> days(monday(day), 7)),
            new Named("\\blast week\\b|上周|上个星期|上星期", day -> days(monday(day).minusDays(7), 7)),
            new Named("\\bthis month\\b|本月|这个月", day -> month(day.withDayOfMonth(1))),
            new Named(
                    "\\blast month\\b|上个月|上月",
                    day -> month(day.withDayOfMonth(1).minusMonths(1))));

    private static final String WEEK_ZH = "(?:周|星期|礼拜)";
    private static final List<Named> WEEKDAYS =
            Arrays.stream(DayOfWeek.values()).flatMap(RelativeTimes::named).toList();

    private RelativeTimes() {}

    static Optional<TimeWindow> in(Remaining text, Instant now, ZoneOffset offset) {
        LocalDate today = now.atOffset(offset).toLocalDate();
        for (List<Named> list : List.of(WEEKDAYS, NAMED)) {
            for (Named named : list) {
                if (text.takes(named.pattern)) {
                    LocalSpan span = named.meaning.of(today);
                    return Optional.of(new TimeWindow(span.from.toInstant(offset), span.to.toInstant(offset)));
                }
            }
        }
        return text.take(LAST_EN).stream()
                .map(m -> last(m, now))
                .findFirst()
                .or(() -> text.take(LAST_ZH).stream().map(m -> last(m, now)).findFirst());
    }

    private static TimeWindow last(MatchResult match, Instant now) {
        String count = match.group(1);
        int n = count == null ? 1 : NUMBERS.getOrDefault(count, 0);
        n = count != null && n == 0 ? Math.max(1, Integer.parseInt(count)) : n;
        Duration unit = switch (match.group(2)) {
            case "minute", "min", "分钟" -> Duration.ofMinutes(1);
            case "hour", "hr", "小时", "钟头" -> Duration.ofHours(1);
            case "week", "周", "星期", "礼拜" -> Duration.ofDays(7);
            case "month", "月" -> Duration.ofDays(30);
            default -> Duration.ofDays(1);
        };
        return new TimeWindow(now.minus(unit.multipliedBy(n)), now.plusSeconds(1));
    }

    private static LocalSpan night(LocalDate evening) {
        return new LocalSpan(evening.atTime(18, 0), evening.plusDays(1).atTime(8, 0));
    }

    private static LocalSpan span(LocalDate day, LocalTime from, LocalTime to) {
        return new LocalSpan(day.atTime(from), day.atTime(to));
    }

    private static LocalSpan days(LocalDate first, int count) {
        return new LocalSpan(first.atStartOfDay(), first.plusDays(count).atStartOfDay());
    }

    private static LocalSpan month(LocalDate first) {
        return days(first, first.lengthOfMonth());
    }

    /// "on Monday" is the last one up to today, 上周一 the one of last week.
    private static Stream<Named> named(DayOfWeek day) {
        String english = day.getDisplayName(TextStyle.FULL, Locale.ENGLISH).toLowerCase(Locale.ROOT);
        String chinese = day == DayOfWeek.SUNDAY ? "[日天]" : "一二三四五六".substring(day.getValue() - 1, day.getValue());
        return Stream.of(
                new Named(
                        "上(?:个)?" + WEEK_ZH + chinese,
                        today -> days(monday(today).minusDays(7).with(TemporalAdjusters.nextOrSame(day)), 1)),
                new Named(
                        "\\b(?:on|last|since) " + english + "\\b|" + WEEK_ZH + chinese, today -> weekday(today, day)));
    }

    private static LocalSpan weekday(LocalDate today, DayOfWeek day) {
        return days(today.with(TemporalAdjusters.previousOrSame(day)), 1);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private record LocalSpan(LocalDateTime from, LocalDateTime to) {}

    private interface Meaning {
        LocalSpan of(LocalDate today);
    }

    private static final class Named {
        private final Pattern pattern;
        private final Meaning meaning;

        Named(String pattern, Meaning meaning) {
            this.pattern = Pattern.compile(pattern);
            this.meaning = meaning;
        }
    }
}
