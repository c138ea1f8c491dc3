package dev.analystcopilot.triage.narrate.words;

import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.triage.phrase.Phrases;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/// Speaks one language: sentences of the narrator's catalogue, numbers, times in UTC, lists.
public final class Wording {
    private static final DateTimeFormatter DATE_EN = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter DATE_ZH = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /// Longest quotation, in characters.
    private static final int MAX_QUOTE = 160;

    private final Phrases phrases;
    private final Language language;

    /// @param phrases the narrator's: `triage/narrate/phrases_en.properties` and `_zh`
    public Wording(Phrases phrases, Language language) {
        this.phrases = phrases;
        this.language = language;
    }

    public static Phrases phrases() {
        return new Phrases("/triage/narrate/phrases");
    }

    /// @param arguments values: whole numbers get their separators
    public String say(String key, Object... arguments) {
        return pick(phrases.of(key, arguments));
    }

    public String pick(Bilingual text) {
        return isChinese() ? text.zh() : text.en();
    }

    public boolean isChinese() {
        return language == Language.ZH;
    }

    public Language language() {
        return language;
    }

    /// `24 January 2022`.
    public String date(Instant time) {
        return (isChinese() ? DATE_ZH : DATE_EN).format(day(time));
    }

    /// `03:57:26`.
    public String clock(Instant time) {
        return CLOCK.format(time.atOffset(ZoneOffset.UTC));
    }

    /// `24 January 2022, 03:57:26–04:38:06 UTC`, the second date only where it is another.
    public String span(Instant first, Instant last) {
        if (first.equals(last)) {
            return say("time.one", date(first), clock(first));
        }
        return day(first).equals(day(last))
                ? say("time.day", date(first), clocks(first, last))
                : say("time.days", date(first), clock(first), date(last), clock(last));
    }

    /// `03:57:26–04:38:06`, or one time where both fall into the same second.
    public String clocks(Instant first, Instant last) {
        String from = clock(first);
        String to = clock(last);
        return from.equals(to) ? from : from + "–" + to;
    }

    /// A window in words: `24 January 2022 (UTC)` for one whole day.
    public String window(Instant from, Instant to) {
        boolean whole = startOfDay(from) && startOfDay(to);
        if (whole && Duration.between(from, to).toDays() == 1) {
            return say("window.day", date(from));
        }
        return whole
                ? say("window.days", date(from), date(to.minusSeconds(1)))
                : say("window.times", date(from), minute(from), date(to), minute(to));
    }

    /// `99.7%`, with a decimal only where it tells something.
    public String percent(double share) {
        double percent = Math.round(share * 1000) / 10.0;
        return percent == Math.rint(percent) ? (long) percent + "%" : percent + "%";
    }

    /// `a, b and c`.
    public String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        if (!isChinese() && items.stream().anyMatch(item -> item.contains(" and "))) {
            return String.join(", ", items.subList(0, items.size() - 1)) + ", and " + items.getLast();
        }
        String allButLast = String.join(say("list.comma"), items.subList(0, items.size() - 1));
        return allButLast
                + (endsLatin(allButLast) ? " " : "")
                + say("list.and")
                + (startsLatin(items.getLast()) ? " " : "")
                + items.getLast();
    }

    /// A name between Chinese words, with a space where Latin letters meet them; as it is in English.
    public String spaced(String name) {
        return (startsLatin(name) ? " " : "") + name + (endsLatin(name) ? " " : "");
    }

    /// Words that follow Chinese ones: with a space before Latin letters and figures.
    public String leading(String text) {
        return (startsLatin(text) ? " " : "") + text;
    }

    private boolean startsLatin(String text) {
        return isChinese() && !text.isEmpty() && latin(text.charAt(0));
    }

    private boolean endsLatin(String text) {
        return isChinese() && !text.isEmpty() && latin(text.charAt(text.length() - 1));
    }

    private static boolean latin(char c) {
        return c > ' ' && c < 0x250;
    }

    /// At most a line of it.
    public String shortened(String text) {
        return text.codePointCount(0, text.length()) <= MAX_QUOTE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, MAX_QUOTE)).strip() + "…";
    }

    private static boolean startOfDay(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalTime().toSecondOfDay() == 0;
    }

    private static String minute(Instant time) {
        return MINUTE.format(time.atOffset(ZoneOffset.UTC));
    }

    private static LocalDate day(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
