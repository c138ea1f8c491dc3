package dev.analystcopilot.api.grounding.atom;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers spelled out in English or Chinese, and digits with separators and units of ten thousand.
final class Numerals {
    private static final List<String> SMALL = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");
    private static final List<String> TENS =
            List.of("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final String UNITS = String.join("|", SMALL.reversed());
    /// A whole English number, such as "one hundred and twenty-three" or "a dozen".
    static final String ENGLISH =
            "(?:(?:an?|%1$s)\\s+(?:hundred|thousand|million|dozen)|dozen|both|twice|thrice|(?:%2$s)(?:[- ](?:%1$s))?|%1$s)(?:[- ](?:and[- ])?(?:hundred|thousand|million|(?:%2$s)(?:[- ](?:%1$s))?|%1$s))*"
                    .formatted("(?:" + UNITS + ")", String.join("|", TENS));
    static final String CHINESE = "[零〇一二两三四五六七八九十百千万亿]+";
    private static final Map<String, Integer> CHINESE_DIGITS = Map.ofEntries(
            Map.entry("零", 0),
            Map.entry("〇", 0),
            Map.entry("一", 1),
            Map.entry("二", 2),
            Map.entry("两", 2),
            Map.entry("三", 3),
            Map.entry("四", 4),
            Map.entry("五", 5),
            Map.entry("六", 6),
            Map.entry("七", 7),
            Map.entry("八", 8),
            Map.entry("九", 9));
    private static final Pattern WORD = Pattern.compile("[a-z]+");

    private Numerals() {}

    static double ofEnglish(String words) {
        double sum = 0;
        double part = 0;
        Matcher word = WORD.matcher(words.toLowerCase(Locale.ROOT));
        while (word.find()) {
            String one = word.group();
            switch (one) {
                case "a", "an" -> part = 1;
                case "and" -> {}
                case "both", "twice" -> part += 2;
                case "thrice" -> part += 3;
                case "dozen" -> part = Math.max(1, part) * 12;
                case "hundred" -> part = Math.max(1, part) * 100;
                case "thousand", "million" -> {
                    sum += Math.max(1, part) * (one.equals("thousand") ? 1e3 : 1e6);
                    part = 0;
                }
                default ->
                    part += SMALL.contains(one)
                            ? (double) SMALL.indexOf(one)
                            : 20 + 10.0 * Math.max(0, TENS.indexOf(one));
            }
        }
        return sum + part;
    }

    /// What is said at least: "dozens", "hundreds of thousands".
    static double least(String words) {
        double least = 1;
        for (String one : words.toLowerCase(Locale.ROOT).split(" of ", -1)) {
            least *= switch (one) {
                case "tens" -> 10;
                case "dozens" -> 24;
                case "hundreds" -> 100;
                case "thousands" -> 1e3;
                default -> 1e6;
            };
        }
        return least;
    }

    static double ofChinese(String characters) {
        double sum = 0;
        double section = 0;
        double digit = 0;
        boolean places = false;
        for (String one : characters.split("")) {
            switch (one) {
                case "十", "百", "千" -> {
                    double place = one.equals("十") ? 10 : one.equals("百") ? 100 : 1000;
                    section += (digit == 0 ? 1 : digit) * place;
                    digit = 0;
                    places = true;
                }
                case "万", "亿" -> {
                    sum = (sum + section + digit) * (one.equals("万") ? 1e4 : 1e8);
                    section = 0;
                    digit = 0;
                    places = true;
                }
                // "二〇二二" is read digit by digit.
                default -> digit = (places ? 0 : digit * 10) + CHINESE_DIGITS.getOrDefault(one, 0);
            }
        }
        return sum + section + digit;
    }

    /// `1,234`, `1.2万`, `12k`.
    static double ofDigits(String digits, String scale) {
        String plain = digits.replace(",", "").replace("，", "").replace("'", "");
        double value = Double.parseDouble(plain);
        return switch (scale.toLowerCase(Locale.ROOT)) {
            case "万" -> value * 1e4;
            case "亿" -> value * 1e8;
            case "k", "千" -> value * 1e3;
            case "m", "million" -> value * 1e6;
            default -> value;
        };
    }
}
