package dev.analystcopilot.api.grounding.atom;

import java.util.regex.Pattern;

/// How exactly a quantity is said: as it is, rounded, or only from one side.
public enum Bound {
    EXACT,
    ROUGHLY,
    OVER,
    AT_LEAST,
    UNDER,
    AT_MOST;

    private static final String FILLER = "\\s*(?:(?:a total of|an?|the|有|了|为|是|在|达)\\s*)?$";
    private static final Pattern ROUGH = before(
            "\\b(?:about|around|approximately|approx\\.?|roughly|nearly|almost|some|close to|circa)|~|大约|大概|约|将近|接近|差不多|近");
    private static final Pattern MORE =
            before("\\b(?:more than|greater than|in excess of|exceed(?:s|ed|ing)?)|超过|多于|大于|高于|不止|逾");
    private static final Pattern LEAST =
            before("\\b(?:at least|no (?:fewer|less) than|over|above|upwards of)|至少|不少于|不低于|上");
    private static final Pattern FEWER = before("\\b(?:fewer than|less than|not even)|(?<!得)不到|不足|少于|低于|小于|不满|未满");
    private static final Pattern MOST =
            before("\\b(?:at most|up to|(?:no|not) more than|under|below|within|inside of?)|至多|最多|不超过|不多于");
    private static final Pattern ROUGH_AFTER = Pattern.compile("^\\s*(?:左右|上下|or so\\b)", Pattern.CASE_INSENSITIVE);
    private static final Pattern LEAST_AFTER =
            Pattern.compile("^(?:\\+|\\s*(?:以上|or more\\b))", Pattern.CASE_INSENSITIVE);
    private static final Pattern MOST_AFTER =
            Pattern.compile("^\\s*(?:以内|之内|以下|内(?![部存网核容])|or less\\b|or fewer\\b)", Pattern.CASE_INSENSITIVE);
    private static final double ROUGH_SHARE = .05;
    private static final double ROUGH_MOST = .17;
    /// Who says "more than ten" of a thousand says nothing.
    private static final double FAR = 3;

    /// @param least that bears it out
    /// @param most that bears it out
    record Range(double least, double most) {}

    private static Pattern before(String words) {
        return Pattern.compile("(?:" + words + ")" + FILLER, Pattern.CASE_INSENSITIVE);
    }

    /// @param before what stands before the quantity
    /// @param after what stands behind it, behind its unit where it has one
    static Bound of(String before, String after) {
        if (MOST.matcher(before).find() || MOST_AFTER.matcher(after).find()) {
            return AT_MOST;
        }
        if (FEWER.matcher(before).find()) {
            return UNDER;
        }
        if (MORE.matcher(before).find()) {
            return OVER;
        }
        if (LEAST.matcher(before).find() || LEAST_AFTER.matcher(after).find()) {
            return AT_LEAST;
        }
        return ROUGH.matcher(before).find() || ROUGH_AFTER.matcher(after).find() ? ROUGHLY : EXACT;
    }

    /// @param place what the last digit that is given stands for: 100 in 1,800
    Range range(double value, double place) {
        double off = Math.max(ROUGH_SHARE * value, Math.min(place / 2, ROUGH_MOST * value));
        return switch (this) {
            case EXACT -> new Range(value, value);
            case ROUGHLY -> new Range(value - off, value + off);
            case OVER -> new Range(Math.nextUp(value), value * FAR);
            case AT_LEAST -> new Range(value, value * FAR);
            case UNDER -> new Range(value / FAR, Math.nextDown(value));
            case AT_MOST -> new Range(value / FAR, value);
        };
    }

    /// What the last digit stands for that is not zero.
    static double place(double value) {
        double place = 1;
        while (value >= 10 * place && value % (10 * place) == 0) {
            place *= 10;
        }
        return place;
    }
}
