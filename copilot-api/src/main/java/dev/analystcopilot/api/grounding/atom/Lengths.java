package dev.analystcopilot.api.grounding.atom;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads lengths of time: a number before a unit, and the halves that have words of their own.
final class Lengths {
    private static final String SECONDS = "s|secs?|seconds?|秒钟?";
    private static final String MINUTES = "min|mins|minutes?|分钟|分(?![之析别布类])";
    private static final String HOURS = "h|hrs?|hours?|个?小时|个?钟头";
    private static final String DAYS = "d|days?|天|日(?!志)";
    private static final String WEEKS = "weeks?|个?星期|周";
    private static final String UNIT = "(?:(?<s>" + SECONDS + ")|(?<m>" + MINUTES + ")|(?<h>" + HOURS + ")|(?<d>" + DAYS
            + ")|(?<w>" + WEEKS + "))(?![a-z])";
    private static final Pattern BEHIND = Pattern.compile("^[\\s-]*" + UNIT, Pattern.CASE_INSENSITIVE);
    /// "Half an hour", "an hour and a half", "five and a half hours", "an hour later".
    private static final Pattern ENGLISH = Pattern.compile(
            "(?<![\\w-])(?:(?<half>half (?:an?|of an?) )" + UNIT + "|(?<n>an?|one|\\d+|" + Numerals.ENGLISH
                    + ") (?<and>and a half )?" + UNIT.replace("?<", "?<x") + "(?<more> and a half)?)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CHINESE = Pattern.compile("(?:(?<n>" + Numerals.CHINESE
            + "|\\d+)\\s*(?:个(?:半|(?<over>多))(?<u>小时|钟头|星期)|(?<v>天|分钟)半)|半个?(?<half>小时|钟头|天|分钟)|(?<quarter>一刻钟))");
    /// "An hour" is a length only where it is measured with; else it may be any hour.
    private static final Pattern MEASURES = Pattern.compile(
            "(?:\\b(?:within|for|than|about|around|nearly|almost|over|under|took|lasted|lasting|after|some|only|just|in)\\s+)$",
            Pattern.CASE_INSENSITIVE);

    private Lengths() {}

    /// A unit and where it ends.
    record Unit(int seconds, int end) {}

    /// The unit that stands at the beginning of `after`.
    static @Nullable Unit behind(String after) {
        Matcher length = BEHIND.matcher(after);
        return length.find() ? new Unit(seconds(length, ""), length.end()) : null;
    }

    private static int seconds(Matcher length, String prefix) {
        if (length.group(prefix + "s") != null) {
            return 1;
        }
        if (length.group(prefix + "m") != null) {
            return 60;
        }
        if (length.group(prefix + "h") != null) {
            return 3600;
        }
        return length.group(prefix + "d") != null ? 86_400 : 604_800;
    }

    static void in(String text, Used used, List<Atom> found) {
        Matcher english = ENGLISH.matcher(text);
        while (english.find()) {
            english(text, english, used, found);
        }
        Matcher chinese = CHINESE.matcher(text);
        while (chinese.find()) {
            chinese(text, chinese, used, found);
        }
    }

    private static void english(String text, Matcher words, Used used, List<Atom> found) {
        if (words.group("half") != null) {
            add(text, words, seconds(words, "") / 2.0, seconds(words, ""), used, found);
            return;
        }
        int unit = seconds(words, "x");
        boolean half = words.group("and") != null || words.group("more") != null;
        String n = words.group("n").toLowerCase(Locale.ROOT);
        boolean article = n.equals("a") || n.equals("an") || n.equals("one");
        boolean measures = text.startsWith(" after", words.end())
                || text.substring(words.end()).matches("(?is) (?:later|before|earlier|or so|apart|long)\\b.*")
                || MEASURES.matcher(text.substring(0, words.start())).find();
        // "A second payload", "a day": not measured.
        if (half || (article && measures && unit > 1)) {
            double count = article ? 1 : n.charAt(0) <= '9' ? Double.parseDouble(n) : Numerals.ofEnglish(n);
            add(text, words, (count + (half ? .5 : 0)) * unit, unit, used, found);
        }
    }

    private static void chinese(String text, Matcher words, Used used, List<Atom> found) {
        String named = words.group("half") != null
                ? words.group("half")
                : words.group("u") != null ? words.group("u") : words.group("v");
        int unit = words.group("quarter") != null
                ? 60
                : switch (named) {
                    case "小时", "钟头" -> 3600;
                    case "天" -> 86_400;
                    case "星期" -> 604_800;
                    default -> 60;
                };
        String n = words.group("n");
        double count = words.group("quarter") != null
                ? 15
                : n == null
                        ? .5
                        : (Character.isDigit(n.charAt(0)) ? Double.parseDouble(n) : Numerals.ofChinese(n)) + .5;
        if (words.group("over") != null && used.take(words.start(), words.end())) {
            found.add(new Atom.Span(
                    words.start(), words.end(), words.group(), (count - .5) * unit, unit, Bound.AT_LEAST));
            return;
        }
        add(text, words, count * unit, unit, used, found);
    }

    private static void add(String text, Matcher words, double seconds, int unit, Used used, List<Atom> found) {
        if (used.take(words.start(), words.end())) {
            found.add(span(text, words.start(), words.end(), seconds, unit));
        }
    }

    static Atom.Span span(String text, int start, int end, double seconds, int unit) {
        String before = text.substring(Math.max(0, start - 24), start);
        String after = text.substring(end, Math.min(text.length(), end + 12));
        return new Atom.Span(start, end, text.substring(start, end).strip(), seconds, unit, Bound.of(before, after));
    }
}
