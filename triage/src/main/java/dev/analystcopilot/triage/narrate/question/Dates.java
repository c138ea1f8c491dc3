package dev.analystcopilot.triage.narrate.question;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Reads calendar dates: `2022-01-24`, `24.1.2022`, `24 January 2022`, `Jan 24, 2022`, `January 2022`, `2022年1月24日`,
/// `1月24号`. A date without a year is the last such date that is not in the future.
final class Dates {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String MONTH =
            "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?";

    private static final Form[] FORMS = {
        // the most specific first: what one form reads, the next ones do not see
        new Form(
                "\\b(\\d{1,2})(?:st|nd|rd|th)? ?(?:-|–|to|until|through|and) ?(\\d{1,2})(?:st|nd|rd|th)?(?: of)? "
                        + MONTH + ",? (\\d{4})\\b",
                (m, now) -> days(number(m, 4), monthOf(m.group(3)), number(m, 1), number(m, 2))),
        new Form(
                "(\\d{4}) ?年 ?(\\d{1,2}) ?月 ?(\\d{1,2}) ?[日号]? ?(?:-|–|~|至|到) ?(\\d{1,2}) ?[日号]",
                (m, now) -> days(number(m, 1), number(m, 2), number(m, 3), number(m, 4))),
        new Form("\\b(\\d{4})[-/](\\d{1,2})[-/](\\d{1,2})(?=\\b|t)", (m, now) -> day(m, 1, 2, 3)),
        new Form("(\\d{4}) ?年 ?(\\d{1,2}) ?月 ?(\\d{1,2}) ?[日号]?", (m, now) -> day(m, 1, 2, 3)),
        new Form("(\\d{4}) ?年 ?(\\d{1,2}) ?月", (m, now) -> month(number(m, 1), number(m, 2))),
        new Form("(?<!\\d)(\\d{1,2}) ?月 ?(\\d{1,2}) ?[日号]", (m, now) -> lastDay(number(m, 1), number(m, 2), now)),
        new Form("\\b(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})\\b", (m, now) -> day(m, 3, 2, 1)),
        new Form(
                "\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? " + MONTH + ",? (\\d{4})\\b",
                (m, now) -> day(number(m, 3), monthOf(m.group(2)), number(m, 1))),
        new Form(
                "\\b" + MONTH + " (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b",
                (m, now) -> day(number(m, 3), monthOf(m.group(1)), number(m, 2))),
        new Form("\\b" + MONTH + ",? (\\d{4})\\b", (m, now) -> month(number(m, 2), monthOf(m.group(1)))),
        new Form(
                "\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? " + MONTH + "\\b",
                (m, now) -> lastDay(monthOf(m.group(2)), number(m, 1), now)),
        new Form(
                "\\b" + MONTH + " (\\d{1,2})(?:st|nd|rd|th)?\\b(?!:)",
                (m, now) -> lastDay(monthOf(m.group(1)), number(m, 2), now)),
    };

    private Dates() {}

    /// Days that are named, in the order of the forms; what is read is blanked out of the text. In "24 January to
    /// 26 January 2022" the year counts for both.
    static List<Days> in(Remaining text, LocalDate today) {
        List<Days> days = Arrays.stream(FORMS)
                .flatMap(form -> text.take(form.pattern).stream().flatMap(m -> read(form, m, today).stream()))
                .toList();
        Optional<Integer> year = days.stream()
                .filter(Days::withYear)
                .map(d -> d.first().getYear())
                .findFirst();
        return days.stream()
                .map(d -> d.withYear() || year.isEmpty() ? d : Days.of(d.first().withYear(year.get())))
                .toList();
    }

    /// The 31st of February is no date.
    private static Optional<Days> read(Form form, MatchResult match, LocalDate today) {
        try {
            return Optional.of(form.reader.read(match, today));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Days day(MatchResult m, int year, int month, int day) {
        return day(number(m, year), number(m, month), number(m, day));
    }

    private static Days day(int year, int month, int day) {
        return days(year, month, day, day);
    }

    private static Days days(int year, int month, int first, int last) {
        return new Days(
                LocalDate.of(year, month, Math.min(first, last)),
                LocalDate.of(year, month, Math.max(first, last)),
                true);
    }

    private static Days month(int year, int month) {
        YearMonth whole = YearMonth.of(year, month);
        return new Days(whole.atDay(1), whole.atEndOfMonth(), true);
    }

    private static Days lastDay(int month, int day, LocalDate today) {
        LocalDate thisYear = LocalDate.of(today.getYear(), month, day);
        return Days.of(thisYear.isAfter(today) ? thisYear.minusYears(1) : thisYear);
    }

    private static int monthOf(String name) {
        return 1 + MONTHS.indexOf(name.toLowerCase(Locale.ROOT).substring(0, 3));
    }

    private static int number(MatchResult m, int group) {
        return Integer.parseInt(m.group(group));
    }

    /// Whole days, both ends inclusive.
    ///
    /// @param withYear whether the year was named
    record Days(LocalDate first, LocalDate last, boolean withYear) {
        static Days of(LocalDate day) {
            return new Days(day, day, false);
        }
    }

    private interface Reader {
        Days read(MatchResult match, LocalDate today);
    }

    private static final class Form {
        private final Pattern pattern;
        private final Reader reader;

        Form(String pattern, Reader reader) {
            this.pattern = Pattern.compile(pattern);
            this.reader = reader;
        }
    }
}
