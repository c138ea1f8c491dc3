package dev.analystcopilot.api.grounding.atom;

import dev.analystcopilot.api.grounding.atom.Atom.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds counts, shares, lengths of time and all other numbers.
public final class Numbers {
    private static final String DIGITS =
            "(?<digits>\\d{1,3}(?:[,，']\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)\\s*(?<scale>万|亿|千(?!字)|[kK](?![\\w])|million\\b)?";
    private static final Pattern WRITTEN =
            Pattern.compile("(?<![\\w.])" + DIGITS + "(?<percent>\\s*(?:%|percent\\b|per cent\\b))?");
    private static final Pattern CHINESE_PERCENT = Pattern.compile("百分之(" + Numerals.CHINESE + "|\\d+(?:\\.\\d+)?)");
    private static final Pattern ENGLISH =
            Pattern.compile("(?<![\\w-])(?:" + Numerals.ENGLISH + ")(?![\\w])", Pattern.CASE_INSENSITIVE);
    private static final Pattern CHINESE =
            Pattern.compile(Numerals.CHINESE + "(?=\\s*(?:[条个次台名项步种起份封位段处家类组天秒周]|小时|分钟|分(?!之)|主机|用户|告警|步骤|账户|账号))");
    private static final String SECONDS = "s|secs?|seconds?|秒钟?";
    private static final String MINUTES = "min|mins|minutes?|分钟|分(?![之析别])";
    private static final String HOURS = "h|hrs?|hours?|个?小时|个?钟头";
    private static final String DAYS = "d|days?|天|日(?!志)";
    private static final String WEEKS = "weeks?|个?星期|周";
    private static final Pattern LENGTH = Pattern.compile(
            "^[\\s-]*(?:(?<s>" + SECONDS + ")|(?<m>" + MINUTES + ")|(?<h>" + HOURS + ")|(?<d>" + DAYS + ")|(?<w>"
                    + WEEKS + "))(?![a-z])",
            Pattern.CASE_INSENSITIVE);
    private static final Map<Unit, Pattern> PER = new LinkedHashMap<>();

    static {
        String between =
                "^[\\s*]*(?:(?:more|other|further|additional|distinct|different|separate|related|similar|such|individual|single|stored|affected|involved|of the|security|total|attack|corresponding|matching)\\s+){0,3}";
        PER.put(Unit.ALERT, per(between + "(?:\\w+\\s+)?alerts?\\b|^\\s*[条个起]?\\s*(?:相关|类似|安全|不同)?的?\\s*(?:告警|警报)"));
        PER.put(Unit.STEP, per(between + "(?:steps?|stages?|phases?)\\b|^\\s*[个步]?\\s*(?:攻击)?(?:步骤|阶段)|^\\s*步(?!骤)"));
        PER.put(
                Unit.HOST,
                per(
                        between
                                + "(?:hosts?|machines?|servers?|systems?|devices?|workstations?|endpoints?)\\b|^\\s*[台个]?\\s*(?:受影响的?)?(?:主机|服务器|机器|终端|设备|电脑)"));
        PER.put(Unit.USER, per(between + "(?:users?|accounts?)\\b|^\\s*[个名位]?\\s*(?:受影响的?)?(?:用户|账户|账号|帐号|帐户)"));
        PER.put(Unit.ADDRESS, per(between + "(?:ip )?(?:address(?:es)?|ips)\\b|^\\s*个?\\s*(?:ip)?地址"));
        PER.put(Unit.CASE, per(between + "cases?\\b|^\\s*[个起]?\\s*(?:案件|事件)"));
    }

    private static final Pattern STEP_NUMBER =
            Pattern.compile("(?:\\bsteps?|\\bstage|步骤|第)\\s*#?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern ROUGHLY = Pattern.compile(
            "(?:\\b(?:about|around|approximately|approx\\.?|roughly|nearly|almost|some|over|more than|close to)|大约|大概|约|近|超过|将近)\\s*$",
            Pattern.CASE_INSENSITIVE);
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
    private static final double ROUGH = .05;

    private Numbers() {}

    private static Pattern per(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    static void in(String text, Used used, List<Atom> found) {
        Matcher share = CHINESE_PERCENT.matcher(text);
        while (share.find()) {
            if (used.take(share.start(), share.end())) {
                String digits = share.group(1);
                double value =
                        Character.isDigit(digits.charAt(0)) ? Double.parseDouble(digits) : Numerals.ofChinese(digits);
                found.add(new Atom.Rate(share.start(), share.end(), share.group(), value / 100, "", .005));
            }
        }
        Matcher written = WRITTEN.matcher(text);
        while (written.find()) {
            String digits = written.group("digits");
            String scale = written.group("scale") == null ? "" : written.group("scale");
            int end = written.end();
            if (used.take(written.start(), end)) {
                found.add(number(
                        text,
                        written.start(),
                        end,
                        digits,
                        Numerals.ofDigits(digits, scale),
                        scale,
                        written.group("percent") != null,
                        used));
            }
        }
        Matcher english = ENGLISH.matcher(text);
        while (english.find()) {
            if (counts(text, english) && used.take(english.start(), english.end())) {
                found.add(number(
                        text,
                        english.start(),
                        english.end(),
                        english.group(),
                        Numerals.ofEnglish(english.group()),
                        "",
                        false,
                        used));
            }
        }
        Matcher chinese = CHINESE.matcher(text);
        while (chinese.find()) {
            boolean ordinal = chinese.start() > 0 && "第每同某另任统唯".indexOf(text.charAt(chinese.start() - 1)) >= 0;
            boolean article = chinese.group().equals("一")
                    && (chinese.start() == 0 || "仅只共有含括".indexOf(text.charAt(chinese.start() - 1)) < 0);
            boolean step = chinese.start() > 0
                    && text.charAt(chinese.start() - 1) == '第'
                    && perOf(text, chinese.end()) == Unit.STEP;
            if (((!ordinal && !article) || step) && used.take(chinese.start(), chinese.end())) {
                found.add(number(
                        text,
                        chinese.start(),
                        chinese.end(),
                        chinese.group(),
                        Numerals.ofChinese(chinese.group()),
                        "",
                        false,
                        used));
            }
        }
    }

    /// "One" is mostly a pronoun, and a number only before what is counted here.
    private static boolean counts(String text, Matcher english) {
        String word = english.group().toLowerCase(Locale.ROOT);
        boolean pronoun = word.equals("one") || word.equals("zero") || word.equals("both");
        boolean half = english.start() > 1 && text.charAt(english.start() - 1) == '-';
        return !half
                && (!pronoun || (perOf(text, english.end()) != Unit.OTHER && !text.startsWith(" of", english.end())));
    }

    private static Atom number(
            String text, int start, int end, String digits, double value, String scale, boolean percent, Used used) {
        String before = text.substring(Math.max(0, start - 40), start);
        String after = text.substring(end, Math.min(text.length(), end + 60));
        String said = text.substring(start, end).strip();
        String rate = rateOf(before, after);
        if (percent || (value <= 1 && digits.contains(".") && rate != null)) {
            double unit = percent ? .01 : 1;
            int dot = digits.indexOf('.');
            double last = Math.pow(10, dot < 0 ? 0 : dot + 1.0 - digits.length()) * unit;
            return new Atom.Rate(start, end, said, value * unit, rate == null ? "" : rate, last / 2 + 1e-9);
        }
        boolean roughly = ROUGHLY.matcher(before).find();
        Matcher length = LENGTH.matcher(after);
        if (length.find() && !text.substring(start, end).contains("both")) {
            int unit = length.group("s") != null
                    ? 1
                    : length.group("m") != null
                            ? 60
                            : length.group("h") != null ? 3600 : length.group("d") != null ? 86_400 : 604_800;
            return new Atom.Span(
                    start,
                    end + length.end(),
                    text.substring(start, end + length.end()).strip(),
                    value * unit,
                    unit,
                    roughly);
        }
        Unit per = STEP_NUMBER.matcher(before).find() && !before.endsWith("first ")
                ? stepNumber(text, before, end)
                : perOf(text, end);
        double slack = roughly ? ROUGH : scale.isEmpty() ? 0 : scaleSlack(digits);
        return new Atom.Number(start, end, said, value, per, context(text, start, end), slack);
    }

    /// "第三条告警" numbers something else than steps.
    private static Unit stepNumber(String text, String before, int end) {
        return before.stripTrailing().endsWith("第") && perOf(text, end) != Unit.STEP ? Unit.OTHER : Unit.STEP_NUMBER;
    }

    /// `1.2万` stands for all that is rounded to it.
    private static double scaleSlack(String digits) {
        int dot = digits.indexOf('.');
        return .5
                * Math.pow(10, dot < 0 ? 0 : dot + 1.0 - digits.length())
                / Double.parseDouble(digits.replace(",", ""));
    }

    private static Unit perOf(String text, int end) {
        String after = text.substring(end, Math.min(text.length(), end + 60));
        return PER.entrySet().stream()
                .filter(unit -> unit.getValue().matcher(after).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Unit.OTHER);
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
