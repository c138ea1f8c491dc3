package dev.analystcopilot.api.grounding.atom;

import dev.analystcopilot.api.grounding.atom.Atom.Place;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds words that compare with all the others ("the first step", "the most alerts", "the only host") and those that
/// say on which day or in which minute something happened as seen from something else.
final class Relations {
    private static final String STEP = "(?:steps?|stages?|phases?|things?|events?|actions?|signs?|activity)\\b";
    private static final String STEP_ZH = "(?:步(?!骤)|个?步骤|个?阶段|个?环节|件事|个?动作|次活动)";
    private static final Map<Place, Pattern> PLACES = new EnumMap<>(
            Map.of(
                    Place.FIRST,
                    words("\\b(?:first|earliest|initial|opening) " + STEP + "|(?:第一|首|最先一|最初一)" + STEP_ZH + "|最[先早]发生"),
                    Place.LAST,
                    words("\\b(?:last|final|latest|closing) " + STEP + "|最后(?:一?" + STEP_ZH + "|的步骤|发生)|最晚发生"),
                    Place.MOST,
                    words(
                            "\\bmost (?:alerts|active|affected|frequent|targeted|often)\\b|\\b(?:highest|largest|biggest|greatest) (?:number|count|share)\\b|\\bmore alerts than (?:any|all|every)\\w*|(?:告警|次数|数量)最多|最多的?(?:告警|主机|用户|地址)?|最活跃|最频繁"),
                    Place.FEWEST,
                    words("\\bfewest\\b|\\b(?:lowest|smallest) (?:number|count|share)\\b|最少"),
                    Place.ONLY,
                    words(
                            "\\b(?:the|its|their|our) (?:only|sole) |\\bonly (?:one|a single) (?=alert|host|user|step|case)|唯一的?|仅此")));
    private static final Pattern SAME = Pattern.compile(
            "\\b(?:in |within |on |at )?(?:the|that) (?:very )?same (?<same>second|minute|hour|day)\\b|同一(?<zh>秒|分钟|小时|天|日)|(?<today>当天|当日|同日)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NEXT_DAY = Pattern.compile(
            "\\b(?:the )?(?:next|following) (?:day|morning)\\b|\\ba day later\\b|次日|第二天|翌日|隔天",
            Pattern.CASE_INSENSITIVE);
    private static final int DAY = 86_400;

    private Relations() {}

    private static Pattern words(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    static void in(String text, Used used, List<Atom> found) {
        PLACES.forEach((place, words) -> {
            Matcher word = words.matcher(text);
            while (word.find()) {
                if (used.take(word.start(), word.end())) {
                    found.add(new Atom.Rank(
                            word.start(), word.end(), word.group().strip(), place, Units.behind(text, word.end())));
                }
            }
        });
        Matcher same = SAME.matcher(text);
        while (same.find()) {
            apart(same, unit(same), 0, used, found);
        }
        Matcher next = NEXT_DAY.matcher(text);
        while (next.find()) {
            apart(next, DAY, 1, used, found);
        }
    }

    private static void apart(Matcher words, int unit, int count, Used used, List<Atom> found) {
        if (used.take(words.start(), words.end())) {
            found.add(new Atom.Apart(words.start(), words.end(), words.group().strip(), unit, count));
        }
    }

    private static int unit(Matcher same) {
        String unit = same.group("same") != null ? same.group("same") : same.group("zh");
        return switch (unit == null ? "day" : unit) {
            case "second", "秒" -> 1;
            case "minute", "分钟" -> 60;
            case "hour", "小时" -> 3600;
            default -> DAY;
        };
    }
}
