package dev.analystcopilot.api.grounding.atom;

import dev.analystcopilot.api.grounding.atom.Atom.Edge;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds dates and times of day, in the ways that English and Chinese write them.
public final class Times {
    private static final String MONTH =
            "(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|(?-i:May)|june?|july?"
                    + "|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private static final String DAY_PART = "(?<half>凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|晚间|夜里|深夜)";
    private static final String ZONE = Zones.BEHIND;
    private static final String WORD = "\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";
    private static final String OF_DAY = "(?: in the (?<half>morning|afternoon|evening)| at (?<night>night))";
    private static final String HAN = "[零〇一二两三四五六七八九十]{1,3}";
    /// The fuller ones first: what one of them takes, no other does.
    private static final List<Pattern> FORMS = List.of(
            form("(?<![\\d.-])(?<year>\\d{4})[-/.](?<m>\\d{1,2})[-/.](?<day>\\d{1,2})"
                    + "(?:(?:[T ]|\\s+at\\s+)(?<hour>\\d{1,2}):(?<minute>\\d{2})"
                    + "(?::(?<second>\\d{2})(?:[.,]\\d{1,9})?)?Z?" + ZONE + ")?(?![\\d:]|-\\d)"),
            form("(?<![\\d./-])(?<day>\\d{1,2})[/.](?<m>\\d{1,2})[/.](?<year>\\d{4})(?![\\d/])"),
            form("(?:(?<year>\\d{4})\\s*年\\s*)?(?<m>\\d{1,2})\\s*月\\s*(?<day>\\d{1,2})\\s*[日号]"),
            form("(?<year>\\d{4})\\s*年\\s*(?<m>\\d{1,2})\\s*月"),
            form("(?<![\\d.:])(?<day>\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?" + MONTH
                    + "(?![a-z])\\.?(?:,?\\s+(?<year>\\d{4})(?!\\d))?"),
            form("(?<![a-z\\d])" + MONTH + "\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:.]\\d|\\d)"
                    + "(?:,?\\s+(?<year>\\d{4})(?!\\d))?"),
            form("(?<![a-z\\d])" + MONTH + "\\.?,?\\s+(?<year>\\d{4})(?!\\d)"),
            form(DAY_PART + "\\s*(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2}))?"),
            form(DAY_PART + "?\\s*(?<hour>\\d{1,2})\\s*[点时](?!间|段|候|常)"
                    + "(?:\\s*(?<minute>\\d{1,2})\\s*分(?!钟)|(?<halfhour>半))?(?:\\s*(?<second>\\d{1,2})\\s*秒)?整?"),
            form(DAY_PART + "\\s*(?<hour>" + HAN + ")点(?:(?<minute>" + HAN + "|\\d{1,2})分?|(?<halfhour>半))?"),
            form("(?<hour>" + HAN + ")点(?:(?<minute>" + HAN + ")分(?!钟)|(?<halfhour>半)|钟|整)"),
            form("(?<![\\w:])(?<halfhour>half past) (?<hour>" + WORD + ")(?!\\w)" + OF_DAY + "?"),
            form("(?<![\\w:])(?<quarter>quarter (?:past|to)) (?<hour>" + WORD + ")(?!\\w)" + OF_DAY + "?"),
            form("(?<![\\w:.-])(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2}))?" + OF_DAY),
            form("(?<![\\w:.-])(?<hour>" + WORD + ")(?: o'clock(?:" + OF_DAY + ")?|" + OF_DAY.replace("?<", "?<o")
                    + ")"),
            form("(?<midnight>\\bmidnight\\b|午夜|零点(?!\\d))|(?<noon>\\bnoon\\b|正午)"),
            form("(?<![\\d:.-])(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d{1,9})?)?"
                    + "(?:\\s*(?<half>[ap])\\.?m\\b\\.?|Z)?" + ZONE + "(?!\\d|:\\d|\\.\\d)"),
            form("(?<![\\d:.-])(?<hour>\\d{1,2})\\s*(?<half>[ap])\\.?m\\b\\.?" + ZONE));
    private static final Pattern ROUGHLY = Pattern.compile(
            "(?:\\b(?:about|around|approximately|roughly|nearly|circa|shortly (?:after|before)|just (?:after|before))|大约|大概|约|将近|接近)\\s*$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ROUGHLY_AFTER = Pattern.compile("^\\s*(?:左右|前后|许|刚过|or so\\b)");
    private static final String DATE_AND_FILLER =
            "(?:\\s|\\b(?:at|on|in|around|about|was|is|came|the|alert|seen|it|happened)\\b|[\\d\\-/.:T,]|于|在|是|为|出现|发生|的|告警|：){0,14}$";
    private static final Pattern BEGINS = Pattern.compile(
            "(?:\\b(?:began|begins|started|starts|beginning|first|earliest|initially)\\b|开始于|始于|起于|首次|(?:最早|首|第一)(?:的|一?[条个次])?)"
                    + DATE_AND_FILLER,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ENDS = Pattern.compile(
            "(?:\\b(?:ended|ends|ending|last|latest|finished)\\b|结束于|止于|(?:最后|最晚|最近)(?:的|一?[条个次])?)" + DATE_AND_FILLER,
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BEGINS_AFTER = Pattern.compile("^\\s*(?:开始|起(?!来))");
    private static final Pattern ENDS_AFTER = Pattern.compile("^\\s*(?:结束|为止|止)");
    private static final Pattern JOIN =
            Pattern.compile("[\\s,，T的@]{0,3}(?:(?:at|on|around|about|约)\\s)?\\s*", Pattern.CASE_INSENSITIVE);

    private Times() {}

    private static Pattern form(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /// All times in a text that nobody said in an answer.
    public static List<When> in(String text) {
        return in(text, new Used()).stream().map(Atom.Moment::when).toList();
    }

    static List<Atom.Moment> in(String text, Used used) {
        List<Atom.Moment> found = new ArrayList<>();
        FORMS.forEach(form -> collect(text, form, used, found));
        found.sort(Comparator.comparingInt(Atom.Moment::start));
        return joined(text, found);
    }

    private static void collect(String text, Pattern form, Used used, List<Atom.Moment> found) {
        Matcher matcher = form.matcher(text);
        while (matcher.find()) {
            int end = matcher.end() - trailingBlanks(matcher.group());
            if (!used.free(matcher.start(), end)) {
                continue;
            }
            When when = when(matcher);
            if (when != null && used.take(matcher.start(), end)) {
                String before = text.substring(Math.max(0, matcher.start() - 16), matcher.start());
                found.add(new Atom.Moment(
                        matcher.start(),
                        end,
                        text.substring(matcher.start(), end).strip(),
                        when,
                        ROUGHLY.matcher(before).find()
                                || group(matcher, "halfhour") != null
                                || group(matcher, "quarter") != null
                                || ROUGHLY_AFTER.matcher(text.substring(end)).find(),
                        edge(text, matcher.start(), end)));
            }
        }
    }

    private static Edge edge(String text, int start, int end) {
        String before = text.substring(Math.max(0, start - 40), start);
        String after = text.substring(end, Math.min(text.length(), end + 12));
        if (BEGINS.matcher(before).find() || BEGINS_AFTER.matcher(after).find()) {
            return Edge.FIRST;
        }
        return ENDS.matcher(before).find() || ENDS_AFTER.matcher(after).find() ? Edge.LAST : Edge.ANY;
    }

    private static int trailingBlanks(String group) {
        return group.length() - group.stripTrailing().length();
    }

    private static List<Atom.Moment> joined(String text, List<Atom.Moment> found) {
        List<Atom.Moment> joined = new ArrayList<>();
        for (Atom.Moment moment : found) {
            Atom.Moment last = joined.isEmpty() ? null : joined.getLast();
            if (last != null
                    && near(text, last, moment)
                    && last.when().isDate()
                    && moment.when().isClock()) {
                joined.set(
                        joined.size() - 1, join(text, last, moment, last.when().at(moment.when())));
            } else if (last != null
                    && near(text, last, moment)
                    && last.when().isClock()
                    && moment.when().isDate()) {
                joined.set(
                        joined.size() - 1,
                        join(text, last, moment, moment.when().at(last.when())));
            } else {
                joined.add(moment);
            }
        }
        joined.replaceAll(moment -> zoned(text, moment));
        return joined;
    }

    /// "北京时间 6月12日 05:14": the zone stands before it.
    private static Atom.Moment zoned(String text, Atom.Moment moment) {
        if (!moment.when().hasClock() || moment.when().offset() != null) {
            return moment;
        }
        ZoneOffset zone = Zones.before(text.substring(Math.max(0, moment.start() - 24), moment.start()));
        return zone == null
                ? moment
                : new Atom.Moment(
                        moment.start(),
                        moment.end(),
                        moment.said(),
                        moment.when().in(zone),
                        moment.roughly(),
                        moment.edge());
    }

    private static boolean near(String text, Atom.Moment first, Atom.Moment second) {
        return JOIN.matcher(text.substring(Math.min(first.end(), second.start()), second.start()))
                .matches();
    }

    private static Atom.Moment join(String text, Atom.Moment first, Atom.Moment second, When when) {
        return new Atom.Moment(
                first.start(),
                second.end(),
                text.substring(first.start(), second.end()),
                when,
                first.roughly() || second.roughly(),
                first.edge() == Edge.ANY ? second.edge() : first.edge());
    }

    private static @Nullable When when(Matcher found) {
        Integer month = number(found, "m");
        String name = group(found, "month");
        if (name != null) {
            month = monthOf(name);
        }
        Integer day = number(found, "day");
        if (month != null && month > 12 && day != null && day <= 12 && group(found, "year") != null) {
            Integer swap = month;
            month = day;
            day = swap;
        }
        Integer hour = hour(number(found, "hour"), half(found));
        Integer minute = group(found, "halfhour") != null ? Integer.valueOf(30) : number(found, "minute");
        Integer second = number(found, "second");
        String quarter = group(found, "quarter");
        if (quarter != null && hour != null) {
            boolean past = quarter.toLowerCase(Locale.ROOT).endsWith("past");
            minute = past ? 15 : 45;
            hour = past ? hour : (Integer) ((hour + 23) % 24);
        }
        if (group(found, "midnight") != null) {
            hour = 0;
        } else if (group(found, "noon") != null) {
            hour = 12;
        }
        if (over(month, 12) || over(day, 31) || over(hour, 24) || over(minute, 59) || over(second, 59)) {
            return null;
        }
        return new When(number(found, "year"), month, day, hour, minute, second, Zones.of(group(found, "zone")));
    }

    private static @Nullable String half(Matcher found) {
        for (String name : List.of("half", "night", "ohalf", "onight")) {
            String half = group(found, name);
            if (half != null) {
                return half;
            }
        }
        return null;
    }

    private static boolean over(@Nullable Integer value, int most) {
        return value != null && value > most;
    }

    private static @Nullable Integer hour(@Nullable Integer hour, @Nullable String half) {
        if (hour == null || half == null) {
            return hour;
        }
        return switch (half.toLowerCase(Locale.ROOT)) {
            case "p", "下午", "傍晚", "晚上", "晚间", "afternoon", "evening" -> hour < 12 ? hour + 12 : hour;
            case "夜里", "深夜", "night" -> hour >= 6 && hour < 12 ? hour + 12 : hour;
            case "a", "morning" -> hour == 12 ? 0 : hour;
            default -> hour;
        };
    }

    private static int monthOf(String name) {
        return "janfebmaraprmayjunjulaugsepoctnovdec"
                                .indexOf(name.toLowerCase(Locale.ROOT).substring(0, 3))
                        / 3
                + 1;
    }

    private static @Nullable String group(Matcher found, String name) {
        return found.namedGroups().containsKey(name) ? found.group(name) : null;
    }

    private static @Nullable Integer number(Matcher found, String name) {
        String digits = group(found, name);
        if (digits == null) {
            return null;
        }
        char first = digits.charAt(0);
        double value = Character.isDigit(first)
                ? Double.parseDouble(digits)
                : Character.isIdeographic(first) ? Numerals.ofChinese(digits) : Numerals.ofEnglish(digits);
        return (int) value;
    }
}
