package dev.analystcopilot.api.chat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Looks for times, dates, addresses, ids, techniques and large numbers in an answer that stand nowhere in its facts.
final class Invented {
    private static final Pattern MARK = Pattern.compile("\\[\\d+]");
    private static final Pattern CLOCK = Pattern.compile("(?<![\\d:])\\d{2}:\\d{2}:\\d{2}(?![\\d:])");
    private static final Pattern DATE_EN = Pattern.compile(
            "\\b\\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December) \\d{4}\\b");
    private static final Pattern DATE_ZH = Pattern.compile("\\d{4}年\\d{1,2}月\\d{1,2}日");
    private static final Pattern IP = Pattern.compile("\\b\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\b");
    private static final Pattern TECHNIQUE = Pattern.compile("\\bT\\d{4}(?:\\.\\d{3})?\\b");
    private static final Pattern CASE = Pattern.compile("case-[0-9a-f]{6,}");
    private static final Pattern HOST = Pattern.compile("\\b[a-z]{2,12}-[a-z]*\\d{1,4}\\b");
    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\w.,:/-])\\d{1,3}(?:,\\d{3})+(?![\\w.])|(?<![\\w.,:/-])\\d{2,}(?![\\w.,:/%-])");
    private static final int SMALL = 20;

    private Invented() {}

    static List<String> in(String answer, String question, List<String> facts) {
        String known = (String.join("\n", facts) + "\n" + question).replace("[.]", ".");
        String text = MARK.matcher(answer.replace("[.]", ".").replace("\\", "")).replaceAll("");
        List<String> invented = new ArrayList<>();
        all(CLOCK, text, known, invented);
        dates(text, known, invented);
        for (Pattern pattern : List.of(IP, TECHNIQUE, CASE, HOST)) {
            all(pattern, text, known, invented);
        }
        String rest = IP.matcher(
                        DATE_ZH.matcher(DATE_EN.matcher(CLOCK.matcher(text).replaceAll(""))
                                        .replaceAll(""))
                                .replaceAll(""))
                .replaceAll("");
        Matcher numbers = NUMBER.matcher(rest);
        while (numbers.find()) {
            String digits = numbers.group().replace(",", "");
            if (Long.parseLong(digits.length() > 15 ? digits.substring(0, 15) : digits) >= SMALL
                    && !known.contains(digits)
                    && !known.contains(numbers.group())) {
                invented.add(numbers.group());
            }
        }
        return invented;
    }

    private static void all(Pattern pattern, String text, String known, List<String> invented) {
        Matcher found = pattern.matcher(text);
        while (found.find()) {
            if (!known.contains(found.group())) {
                invented.add(found.group());
            }
        }
    }

    private static void dates(String text, String known, List<String> invented) {
        Matcher english = DATE_EN.matcher(text);
        while (english.find()) {
            date(english.group(), "d MMMM yyyy", known, invented);
        }
        Matcher chinese = DATE_ZH.matcher(text);
        while (chinese.find()) {
            date(chinese.group(), "yyyy年M月d日", known, invented);
        }
    }

    private static void date(String said, String pattern, String known, List<String> invented) {
        LocalDate day = LocalDate.parse(said, DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
        if (!known.contains(day.toString()) && !known.contains(said)) {
            invented.add(said);
        }
    }
}
