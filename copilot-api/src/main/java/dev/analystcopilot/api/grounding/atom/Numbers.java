package dev.analystcopilot.api.grounding.atom;

import dev.analystcopilot.api.grounding.atom.Atom.Unit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds counts, shares, lengths of time and all other numbers.
public final class Numbers {
    private static final String DIGITS =
            "(?<digits>\\d{1,3}(?:[,，']\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)\\s*(?<scale>万|亿|千(?!字)|[kK](?![\\w])|million\\b)?(?<more>\\s*[多余])?";
    private static final Pattern WRITTEN =
            Pattern.compile("(?<![\\w.])" + DIGITS + "(?!\\d|\\.\\d)(?<percent>\\s*(?:%|percent\\b|per cent\\b))?");
    private static final Pattern CHINESE_PERCENT = Pattern.compile(
            "百分之(" + Numerals.CHINESE + "|\\d+(?:\\.\\d+)?)|(?<tenths>[一二三四五六七八九])成(?<half>半)?(?![为功员立熟果])");
    private static final Pattern ENGLISH =
            Pattern.compile("(?<![\\w-])(?:" + Numerals.ENGLISH + ")(?![\\w])", Pattern.CASE_INSENSITIVE);
    /// Numbers of which only the size is said.
    private static final Pattern VAGUE = Pattern.compile(
            "(?<![\\w-])(?:(?:tens|hundreds) of (?:thousands|millions)|dozens|hundreds|thousands|millions)(?![\\w])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CHINESE = Pattern.compile("[数几上]?" + Numerals.CHINESE
            + "[几多余]?(?=\\s*(?:[条个次台名项步种起份封位段处家类组天秒周枚]|小时|分钟|分(?!之)|主机|用户|告警|步骤|账户|账号|文件))");
    private static final Pattern RATE_BEFORE = Pattern.compile(
            "(?<of>confidence|score|probability|置信度|可信度|评分|得分|分数|概率)[^.;，。；\\d]{0,16}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern RATE_AFTER =
            Pattern.compile("^[\\s)]*(?:的)?(?<of>confidence|confident|score|置信度|可信度|评分|把握)", Pattern.CASE_INSENSITIVE);
    private static final Pattern PRODUCT = Pattern.compile(
            "(?:\\b(?:Windows(?: Server)?|Office|Microsoft|TLS|SSL|HTTP/|ISO(?: |/IEC )?|RFC|IPv|Web|Layer|Top|Level|Tier|Stage)\\s?)$");
    private static final Set<Integer> WINDOWS = Set.of(7, 8, 10, 11, 365);
    private static final Pattern CONTEXT_WORD = Pattern.compile("[a-z]{2,}|\\p{IsHan}{2}", Pattern.CASE_INSENSITIVE);
    private static final Set<String> EMPTY_WORDS = Set.of(
            "the", "of", "and", "in", "on", "at", "to", "was", "is", "are", "were", "by", "from", "with", "an", "for",
            "had", "has", "have", "that", "this", "it", "as", "after", "before", "within", "about", "than", "or");

    private Numbers() {}

    static void in(String text, Used used, List<Atom> found) {
        Lengths.in(text, used, found);
        chineseShares(text, used, found);
        digits(text, used, found);
        english(text, used, found);
        chinese(text, used, found);
    }

    /// "百分之九十", "九成".
    private static void chineseShares(String text, Used used, List<Atom> found) {
        Matcher share = CHINESE_PERCENT.matcher(text);
        while (share.find()) {
            if (used.take(share.start(), share.end())) {
                String tenths = share.group("tenths");
                String digits = tenths == null ? share.group(1) : tenths;
                double value =
                        Character.isDigit(digits.charAt(0)) ? Double.parseDouble(digits) : Numerals.ofChinese(digits);
                double rate = tenths == null ? value / 100 : (value + (share.group("half") == null ? 0 : .5)) / 10;
                found.add(rate(text, share.start(), share.end(), rate, "", .005));
            }
        }
    }

    private static void digits(String text, Used used, List<Atom> found) {
        Matcher written = WRITTEN.matcher(text);
        while (written.find()) {
            if (used.take(written.start(), written.end())) {
                String scale = written.group("scale") == null ? "" : written.group("scale");
                found.add(number(
                        text,
                        written.start(),
                        written.end(),
                        new Amount(
                                written.group("digits"),
                                Numerals.ofDigits(written.group("digits"), scale),
                                scale,
                                written.group("percent") != null,
                                written.group("more") != null)));
            }
        }
    }

    private static void english(String text, Used used, List<Atom> found) {
        Matcher vague = VAGUE.matcher(text);
        while (vague.find()) {
            if (used.take(vague.start(), vague.end())) {
                found.add(vague(text, vague.start(), vague.end(), Numerals.least(vague.group()), 10));
            }
        }
        Matcher english = ENGLISH.matcher(text);
        while (english.find()) {
            if (counts(text, english) && used.take(english.start(), english.end())) {
                found.add(number(
                        text,
                        english.start(),
                        english.end(),
                        new Amount(english.group(), Numerals.ofEnglish(english.group()), "", false, false)));
            }
        }
    }

    private static void chinese(String text, Used used, List<Atom> found) {
        Matcher chinese = CHINESE.matcher(text);
        while (chinese.find()) {
            String all = chinese.group();
            boolean ordinal = chinese.start() > 0 && "第每同某另任统唯".indexOf(text.charAt(chinese.start() - 1)) >= 0;
            boolean article =
                    all.equals("一") && (chinese.start() == 0 || "仅只共有含括".indexOf(text.charAt(chinese.start() - 1)) < 0);
            boolean step = chinese.start() > 0
                    && text.charAt(chinese.start() - 1) == '第'
                    && Units.behind(text, chinese.end()) == Unit.STEP;
            if (((!ordinal && !article) || step) && used.take(chinese.start(), chinese.end())) {
                found.add(chinese(text, chinese.start(), chinese.end(), all));
            }
        }
    }

    /// "三十", "三十多", "十几", "数百".
    private static Atom chinese(String text, int start, int end, String all) {
        boolean several = "数几上".indexOf(all.charAt(0)) >= 0;
        char last = all.charAt(all.length() - 1);
        boolean some = "几多余".indexOf(last) >= 0 && all.length() > 1;
        String digits =
                all.substring("数几上".indexOf(all.charAt(0)) >= 0 ? 1 : 0, some ? all.length() - 1 : all.length());
        double value = Numerals.ofChinese(digits);
        if (several) {
            return vague(text, start, end, value, 10);
        }
        return number(text, start, end, new Amount(digits, value, "", false, some));
    }

    private static Atom vague(String text, int start, int end, double least, double times) {
        String said = text.substring(start, end).strip();
        return new Atom.Number(
                start, end, said, least, Units.behind(text, end), context(text, start, end), least, least * times - 1);
    }

    /// @param digits as they are given
    /// @param more "三十多": some more, but not the next round number
    private record Amount(String digits, double value, String scale, boolean percent, boolean more) {}

    /// "One" is mostly a pronoun, and a number only before what is counted here.
    private static boolean counts(String text, Matcher english) {
        String word = english.group().toLowerCase(Locale.ROOT);
        boolean pronoun = word.equals("one") || word.equals("zero") || word.equals("both");
        boolean half = english.start() > 1 && text.charAt(english.start() - 1) == '-';
        return !half
                && (!pronoun
                        || (Units.behind(text, english.end()) != Unit.OTHER && !text.startsWith(" of", english.end())));
    }

    private static Atom number(String text, int start, int end, Amount amount) {
        String before = text.substring(Math.max(0, start - 40), start);
        String after = text.substring(end, Math.min(text.length(), end + 60));
        String digits = amount.digits();
        double value = amount.value();
        String rate = rateOf(before, after);
        if (amount.percent() || (value <= 1 && digits.contains(".") && rate != null)) {
            double unit = amount.percent() ? .01 : 1;
            int dot = digits.indexOf('.');
            double last = Math.pow(10, dot < 0 ? 0 : dot + 1.0 - digits.length()) * unit;
            return rate(text, start, end, value * unit, rate == null ? "" : rate, last / 2 + 1e-9);
        }
        Lengths.Unit length = text.substring(start, end).contains("both") ? null : Lengths.behind(after);
        if (length != null) {
            return Lengths.span(text, start, end + length.end(), value * length.seconds(), length.seconds());
        }
        Unit per = Units.of(text, start, end);
        Bound bound = per == Unit.STEP_NUMBER ? Bound.EXACT : Bound.of(before, after.isEmpty() ? "" : after);
        Bound.Range range = bound.range(value, Bound.place(value));
        double off = amount.scale().isEmpty() ? 0 : value * scaleSlack(digits);
        boolean exact = bound == Bound.EXACT;
        return new Atom.Number(
                start,
                end,
                text.substring(start, end).strip(),
                value,
                per,
                context(text, start, end),
                exact && !amount.more() ? value - off : amount.more() ? Math.nextUp(value) : range.least(),
                exact && !amount.more()
                        ? value + off
                        : amount.more() ? Math.nextDown(value + Bound.place(value)) : range.most());
    }

    private static Atom.Rate rate(String text, int start, int end, double value, String of, double off) {
        String before = text.substring(Math.max(0, start - 24), start);
        String after = text.substring(end, Math.min(text.length(), end + 12));
        double least = 0;
        double most = 1;
        switch (Bound.of(before, after)) {
            case EXACT -> {
                least = value - off;
                most = value + off;
            }
            case ROUGHLY -> {
                least = value - Math.max(off, .03);
                most = value + Math.max(off, .03);
            }
            case OVER, AT_LEAST -> least = value;
            case UNDER, AT_MOST -> most = value;
        }
        return new Atom.Rate(start, end, text.substring(start, end).strip(), value, of, least, most);
    }

    /// `1.2万` stands for all that is rounded to it.
    private static double scaleSlack(String digits) {
        int dot = digits.indexOf('.');
        return .5
                * Math.pow(10, dot < 0 ? 0 : dot + 1.0 - digits.length())
                / Double.parseDouble(digits.replace(",", ""));
    }

    private static @Nullable String rateOf(String before, String after) {
        Matcher left = RATE_BEFORE.matcher(before);
        Matcher right = RATE_AFTER.matcher(after);
        String word = left.find() ? left.group("of") : right.find() ? right.group("of") : null;
        if (word == null) {
            return null;
        }
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "score", "评分", "得分", "分数" -> "score";
            case "probability", "概率" -> "probability";
            default -> "confidence";
        };
    }

    /// A product's number that says nothing about an alert, such as the 10 of Windows.
    static boolean generic(String text, Atom.Number number) {
        return number.value() == Math.rint(number.value())
                && PRODUCT.matcher(text.substring(0, number.start())).find()
                && (WINDOWS.contains((int) number.value())
                        || !text.substring(0, number.start()).matches("(?s).*(?:Windows|Office|Microsoft)\\s?$"))
                && number.value() < 30_000;
    }

    /// The words within three of a place.
    static Set<String> context(String text, int start, int end) {
        Set<String> words = new LinkedHashSet<>();
        String before = text.substring(Math.max(0, start - 40), start);
        List<String> left = words(before);
        left.stream().skip(Math.max(0, left.size() - 3)).forEach(words::add);
        words(text.substring(end, Math.min(text.length(), end + 40))).stream()
                .limit(3)
                .forEach(words::add);
        return words;
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = CONTEXT_WORD.matcher(text);
        while (word.find()) {
            String one = word.group().toLowerCase(Locale.ROOT);
            if (!EMPTY_WORDS.contains(one)) {
                words.add(one.length() > 3 && one.endsWith("s") ? one.substring(0, one.length() - 1) : one);
            }
        }
        return words;
    }
}
