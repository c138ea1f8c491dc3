package dev.analystcopilot.eval.grounding;

import dev.analystcopilot.eval.grounding.Saying.Slot;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;

/// Values in the many ways that people and models write them.
final class Writing {
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
            List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
    private static final String CHINESE = "零一二三四五六七八九";
    private static final Map<String, String> VERDICTS =
            Map.of("true_positive", "真阳性", "false_positive", "误报", "benign", "良性", "insufficient_data", "数据不足");
    private static final Map<String, String> SEVERITIES =
            Map.of("critical", "严重", "high", "高危", "medium", "中危", "low", "低危");

    private final Random random;
    private final boolean chinese;

    Writing(Random random, boolean chinese) {
        this.random = random;
        this.chinese = chinese;
    }

    Slot plain(String kind, Object value) {
        return new Slot(kind, value, String::valueOf);
    }

    /// To the minute or finer.
    Slot time(Instant time) {
        List<String> forms = chinese
                ? List.of("yyyy年M月d日 HH:mm", "M月d日 HH:mm", "M月d日H点m分", "yyyy-MM-dd HH:mm:ss", "HH:mm")
                : List.of(
                        "yyyy-MM-dd'T'HH:mm'Z'",
                        "yyyy-MM-dd HH:mm:ss",
                        "d MMMM yyyy 'at' HH:mm",
                        "MMM d 'at' HH:mm",
                        "HH:mm:ss 'UTC'",
                        "HH:mm");
        return new Slot("time", time, format(forms.get(random.nextInt(forms.size()))));
    }

    Slot date(Instant time) {
        List<String> forms =
                chinese ? List.of("yyyy年M月d日", "M月d日") : List.of("d MMMM yyyy", "MMMM d, yyyy", "yyyy-MM-dd", "MMM d");
        return new Slot("date", time, format(forms.get(random.nextInt(forms.size()))));
    }

    private static Function<Object, String> format(String pattern) {
        var format = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
        return value -> format.format((Instant) value);
    }

    Slot count(long count) {
        int form = random.nextInt(4);
        return new Slot("count", count, value -> {
            long n = (Long) value;
            return switch (form) {
                case 0 -> n < 100 && n > 1 ? (chinese ? chinese(n) : english(n)) : "" + n;
                case 1 -> chinese ? "" + n : String.format(Locale.ENGLISH, "%,d", n);
                case 2 -> fullWidth("" + n);
                default -> "" + n;
            };
        });
    }

    private static String english(long n) {
        return n < 20
                ? SMALL.get((int) n)
                : TENS.get((int) n / 10) + (n % 10 == 0 ? "" : "-" + SMALL.get((int) n % 10));
    }

    private static String chinese(long n) {
        if (n == 2) {
            return "两";
        }
        String tens = n >= 20 ? CHINESE.charAt((int) n / 10) + "十" : n >= 10 ? "十" : "";
        return tens + (n % 10 == 0 ? "" : CHINESE.charAt((int) n % 10));
    }

    private static String fullWidth(String digits) {
        var wide = new StringBuilder();
        digits.chars().forEach(c -> wide.append((char) (c - '0' + '０')));
        return wide.toString();
    }

    Slot confidence(double value) {
        int form = random.nextInt(3);
        return new Slot("confidence", value, v -> switch (form) {
            case 0 -> String.format(Locale.ENGLISH, "%.2f", (Double) v);
            case 1 -> Math.round((Double) v * 100) + "%";
            default -> Math.round((Double) v * 100) + " %";
        });
    }

    Slot verdict(String verdict) {
        return new Slot(
                "verdict", verdict, v -> chinese ? VERDICTS.getOrDefault(v, "") : ((String) v).replace('_', ' '));
    }

    Slot severity(String severity) {
        return new Slot("severity", severity, v -> chinese ? SEVERITIES.getOrDefault(v, "") : (String) v);
    }

    Slot outcome(String outcome) {
        boolean succeeded = outcome.equals("succeeded");
        return new Slot(
                "outcome",
                succeeded,
                v -> (Boolean) v ? (chinese ? "已成功" : "succeeded") : chinese ? "只是尝试" : "was only attempted");
    }
}
