package dev.analystcopilot.api.grounding.atom;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds words of verdict, outcome and severity, and whether they are denied.
final class Judgements {
    private static final Map<Judgement, Pattern> WORDS = new LinkedHashMap<>();

    static {
        word(
                Judgement.TRUE_POSITIVE,
                "true[ _-]?positives?|(?:confirmed|real|genuine) attack" + "|真阳性|真实攻击|确认(?:是|为|系|的)?(?:真实)?攻击|属实|真报");
        word(Judgement.FALSE_POSITIVE, "false[ _-]?(?:positives?|alarms?)|误报|假阳性|虚警");
        word(
                Judgement.INSUFFICIENT_DATA,
                "insufficient[ _-]?(?:data|evidence)|inconclusive|undetermined|unsettled|数据不足|证据不足|信息不足|无法判定|无法确定|无法定论|尚无定论");
        word(Judgement.BENIGN, "benign|良性");
        word(
                Judgement.HARMLESS,
                "harmless|innocuous|legitimate|not an attack|no attack|no threat|nothing malicious|无害|合法|正常行为|正常活动"
                        + "|并非攻击|不是攻击|没有攻击|无威胁|没有威胁|安全无虞");
        word(Judgement.MALICIOUS, "malicious|hostile|恶意");
        word(
                Judgement.ONLY_ATTEMPTED,
                "(?:only|merely|just|no more than|nothing but)\\s+(?:been\\s+|an?\\s+)?(?:attempt(?:ed|s)?|tried)"
                        + "|(?:只是|仅仅?是?|只|不过是)(?:一次|一个)?(?:尝试|企图|试图)|尝试而已|未遂");
        word(
                Judgement.FAILED,
                "fail(?:ed|s|ing|ures?)?|unsuccessful(?:ly)?|denied|rejected|refused|thwarted|失败|未成功|未能|被拒|拒绝");
        word(Judgement.BLOCKED, "blocked|prevented|stopped|quarantined|阻断|拦截|阻止|封堵|隔离了");
        word(Judgement.SUCCEEDED, "succe(?:ed|eded|eds|eding)|success(?:es|ful|fully)?|took effect|得手|成功|生效|得逞|奏效");
        word(
                Judgement.ALLOWED,
                "(?:was|were|been|got|is) (?:allowed|permitted)|(?:allowed|permitted) (?:it|the (?:transfer|connection|traffic|request|upload|download|packets?))(?! to\\b)|let (?:\\w+ ){1,4}(?:through|pass|in)|waved through|放行|允许通过|获准|准许");
        word(Judgement.ATTEMPTED, "attempt(?:ed|s|ing)?|tried|tries|尝试|企图|试图");
        severity(Judgement.CRITICAL, "critical", "严重|紧急|危急");
        severity(Judgement.HIGH, "high", "高");
        severity(Judgement.MEDIUM, "medium|moderate", "中");
        severity(Judgement.LOW, "low", "低");
        severity(Judgement.INFORMATIONAL, "informational|info", "信息");
    }

    private static final Pattern NOT_BEFORE = Pattern.compile(
            "(?:\\b(?:not|no|nobody|no one|nothing|never|nor|neither|without|n't|cannot|didn't|isn't|wasn't|doesn't|don't|hasn't|rather than"
                    + "|instead of|far from|hardly|unlikely|no (?:evidence|sign|indication|proof)"
                    + " (?:of|that))\\b[^,.;:，。；(（]{0,30}|(?:没有|并未|尚未|未|不是|并非|不|无|非|难以)[^，。；,.;(（]{0,6})$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern NOT_AFTER = Pattern.compile(
            "^(?:\\s*(?:is|was|were|has been|can be)?\\s*(?:not|never|unlikely|excluded|ruled out)\\b|\\s*(?:is|was)n't\\b)",
            Pattern.CASE_INSENSITIVE);

    /// Nothing is said: "if it succeeded", "whether it succeeded".
    private static final Pattern OPEN = Pattern.compile(
            "(?:\\b(?:if|whether|unless|in case|once)\\b[^.;。；]{0,40}|(?:是否|能否|有无|如果|如|若|一旦|有没有)[^。；]{0,12})$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern OPEN_AFTER = Pattern.compile("^\\s*(?:与否|or not\\b)", Pattern.CASE_INSENSITIVE);

    private Judgements() {}

    private static void word(Judgement judgement, String words) {
        WORDS.put(judgement, Pattern.compile("(?<![a-z])(?:" + words + ")(?![a-z])", Pattern.CASE_INSENSITIVE));
    }

    /// "High" alone is no severity: a word that says so stands beside it.
    private static void severity(Judgement judgement, String english, String chinese) {
        WORDS.put(
                judgement,
                Pattern.compile(
                        "(?<![a-z])(?:" + english + ")(?:[ -](?:severity|priority|risk|criticality)|(?= alerts?\\b))"
                                + "|(?:severity|priority|criticality|risk)(?: level| rating)?(?:\\s*[:=]\\s*|\\s+(?:is|was|of|as)\\s+(?:rated\\s+)?)\\*{0,2}(?:"
                                + english + ")(?![a-z])"
                                + (english.startsWith("informational")
                                        ? "|\\b(?:is|was) (?:only |just |merely )?informational\\b"
                                        : "")
                                + "|(?:rated|marked|classified|ranked)(?: as)? (?:" + english + ")(?![a-z])"
                                + "|(?:" + chinese + ")(?:危|级别|等级|严重性|风险|优先级)"
                                + "|(?:严重程度|严重性|严重级别|级别|等级|风险|优先级)(?:等级|级别)?(?:为|是|：|:|属于)?\\s*(?:"
                                + chinese + "|(?:" + english + ")(?![a-z]))",
                        Pattern.CASE_INSENSITIVE));
    }

    static List<Atom.Judged> in(String text, Used used) {
        List<Atom.Judged> found = new ArrayList<>();
        WORDS.forEach((judgement, words) -> {
            Matcher word = words.matcher(text);
            while (word.find()) {
                if (used.take(word.start(), word.end()) && !open(text, word.start(), word.end())) {
                    found.add(new Atom.Judged(
                            word.start(),
                            word.end(),
                            word.group(),
                            judgement,
                            negated(text, word.start(), word.end())));
                }
            }
        });
        return found;
    }

    private static boolean open(String text, int start, int end) {
        return OPEN.matcher(text.substring(Math.max(0, start - 60), start)).find()
                || OPEN_AFTER.matcher(text.substring(end)).find();
    }

    private static boolean negated(String text, int start, int end) {
        String before = text.substring(Math.max(0, start - 48), start);
        String after = text.substring(end, Math.min(text.length(), end + 24));
        return NOT_BEFORE.matcher(before).find() || NOT_AFTER.matcher(after).find();
    }
}
