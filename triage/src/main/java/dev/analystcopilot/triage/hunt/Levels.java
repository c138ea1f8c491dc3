package dev.analystcopilot.triage.hunt;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import dev.analystcopilot.knowledge.hunt.HuntField.Name;
import dev.analystcopilot.knowledge.hunt.HuntOp;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Reads how severe, how it ended, and what it was judged to be.
final class Levels {
    private static final List<String> RISING = List.of("informational", "low", "medium", "high", "critical");
    private static final Map<String, String> SAID = Map.ofEntries(
            Map.entry("info", "informational"),
            Map.entry("informational", "informational"),
            Map.entry("moderate", "medium"),
            Map.entry("严重", "critical"),
            Map.entry("紧急", "critical"),
            Map.entry("致命", "critical"),
            Map.entry("危急", "critical"),
            Map.entry("信息", "informational"),
            Map.entry("提示", "informational"));
    private static final String EN = "(critical|high|medium|moderate|low|informational|info)";
    private static final String ZH = "(严重|紧急|致命|危急|高危|高级|高风险|高|中危|中级|中风险|中等|中|低危|低级|低风险|低|信息|提示)(?:级别|等级|级)?";
    private static final String OF = "(?:severity|level|priority|risk)";
    private static final String OF_ZH = "(?:严重程度|严重性|严重级别|危险等级|级别|等级)";
    private static final String THINGS = "(?:alerts?|events?|detections?|findings?)";
    private static final String THINGS_ZH = "(?:的)?(?:告警|警报|报警|事件|日志)";

    private record Form(Pattern pattern, HuntOp op, int shift) {
        static Form of(String regex, HuntOp op) {
            return new Form(Pattern.compile(regex, CASE_INSENSITIVE), op, 0);
        }

        static Form of(String regex, HuntOp op, int shift) {
            return new Form(Pattern.compile(regex, CASE_INSENSITIVE), op, shift);
        }
    }

    // the most specific first: what one form reads, the next ones do not see
    private static final List<Form> SEVERITIES = List.of(
            Form.of(
                    "(?:" + OF + " )?(?:is |of )?(?:at least|>=|minimum|min|no less than|not below) " + EN + "\\b(?: "
                            + OF + ")?",
                    HuntOp.AT_LEAST),
            Form.of(
                    "\\b" + EN + "(?:[ -]" + OF + ")? ?(?:or|and|&) (?:higher|above|up|more|worse|over)\\b",
                    HuntOp.AT_LEAST),
            Form.of("\\b(?:above|higher than|more severe than|over) " + EN + "\\b(?: " + OF + ")?", HuntOp.AT_LEAST, 1),
            Form.of("(?:" + OF + " )?(?:is |of )?(?:at most|<=|no more than|not above) " + EN + "\\b", HuntOp.AT_MOST),
            Form.of("\\b" + EN + "(?:[ -]" + OF + ")? ?(?:or|and) (?:lower|below|less|under)\\b", HuntOp.AT_MOST),
            Form.of("\\b(?:below|lower than|less severe than|under) " + EN + "\\b(?: " + OF + ")?", HuntOp.AT_MOST, -1),
            Form.of(
                    "\\b(?:not|no|except|excluding|without) " + EN + "(?:[ -]" + OF + "| " + THINGS + ")",
                    HuntOp.IS_NOT),
            Form.of("\\b" + EN + "(?= (?:and|or) " + EN + "(?:[ -]" + OF + "| " + THINGS + "))", HuntOp.IS),
            Form.of("\\b" + EN + "[ -](?:" + OF + ")(?: " + THINGS + ")?\\b", HuntOp.IS),
            Form.of("\\b" + OF + "(?: is| of|:|=)? ?" + EN + "\\b", HuntOp.IS),
            Form.of("\\b" + EN + " " + THINGS + "\\b", HuntOp.IS),
            Form.of("\\b(critical)\\b", HuntOp.IS),
            Form.of(OF_ZH + "?(?:至少|不低于|不小于|大于等于|高于等于)(?:为|是)?" + ZH, HuntOp.AT_LEAST),
            Form.of(ZH + "(?:及其?|或|和|或者)?(?:以上|更高)", HuntOp.AT_LEAST),
            Form.of(OF_ZH + "?(?:高于|大于|超过)" + ZH, HuntOp.AT_LEAST, 1),
            Form.of(OF_ZH + "?(?:至多|不高于|最高|不超过)(?:为|是)?" + ZH, HuntOp.AT_MOST),
            Form.of(ZH + "(?:及其?|或|和|或者)?(?:以下|更低)", HuntOp.AT_MOST),
            Form.of(OF_ZH + "?(?:低于|小于)" + ZH, HuntOp.AT_MOST, -1),
            Form.of("(?:非|不是|排除|除了|不含)" + ZH + THINGS_ZH + "?", HuntOp.IS_NOT),
            Form.of(ZH + "(?=(?:和|或|、|及)" + ZH + THINGS_ZH + ")", HuntOp.IS),
            Form.of(OF_ZH + "(?:为|是|:|=)? ?" + ZH, HuntOp.IS),
            Form.of(ZH + THINGS_ZH, HuntOp.IS),
            Form.of("(高危|中危|低危)", HuntOp.IS));

    private record Said(Pattern pattern, Name field, String value) {
        static Said of(String regex, Name field, String value) {
            String not =
                    "((?:\\b(?:not|no|except|excluding|without|other than|are not|aren't)(?: the)? ?)|(?:非|不是|排除|除了|不含|不算|去掉))?";
            return new Said(Pattern.compile(not + "(?:" + regex + ")", CASE_INSENSITIVE), field, value);
        }
    }

    private static final List<Said> OTHERS = List.of(
            Said.of(
                    "\\btrue[ -]positives?\\b|\\b(?:confirmed|real|actual) attacks?\\b|真阳性|真实(?:的)?(?:攻击|告警)|确认(?:的|为)?攻击|判(?:定)?为攻击",
                    Name.DISPOSITION,
                    "true_positive"),
            Said.of("\\bfalse[ -](?:positives?|alarms?)\\b|误报(?:的)?|假阳性", Name.DISPOSITION, "false_positive"),
            Said.of("\\bbenign\\b|良性(?:的)?|正常业务|无害(?:的)?", Name.DISPOSITION, "benign"),
            Said.of(
                    "\\binsufficient[ -]data\\b|\\bundecided\\b|\\binconclusive\\b|\\bundetermined\\b|证据不足|数据不足|待定|未定论|无法判定",
                    Name.DISPOSITION,
                    "insufficient_data"),
            Said.of(
                    "\\b(?:that |which )?(?:succeeded|(?:were|was) successful|took effect|got through)\\b|\\bsuccessful attacks?\\b|攻击成功(?:的)?|成功的(?:攻击|告警|事件|尝试)|已(?:经)?成功(?:的)?|得手(?:的)?",
                    Name.OUTCOME,
                    "succeeded"),
            Said.of(
                    "\\bonly attempted\\b|\\battempted attacks?\\b|未成功(?:的)?|未遂(?:的)?|攻击未得手",
                    Name.OUTCOME,
                    "attempted"),
            Said.of("\\b(?:resolved|closed)\\b|已解决(?:的)?|已关闭(?:的)?|已处理(?:的)?", Name.STATUS, "resolved"),
            Said.of("\\bsuppressed\\b|已抑制(?:的)?|被抑制(?:的)?", Name.STATUS, "suppressed"),
            Said.of("\\bin[ -]progress\\b|处理中(?:的)?", Name.STATUS, "in_progress"));
    private static final Pattern UNRESOLVED = Pattern.compile(
            "\\b(?:unresolved|not (?:yet )?resolved|still open|open alerts)\\b|未解决(?:的)?|未处理(?:的)?|未关闭(?:的)?",
            CASE_INSENSITIVE);

    private Levels() {}

    static void read(Unread text, Conditions conditions) {
        for (Form form : SEVERITIES) {
            for (MatchResult match : text.take(form.pattern)) {
                severity(form, level(match.group(1)), conditions);
            }
        }
        if (text.takes(UNRESOLVED)) {
            conditions.add(Name.STATUS, HuntOp.IS_NOT, "resolved");
        }
        for (Said said : OTHERS) {
            for (MatchResult match : text.take(said.pattern)) {
                conditions.add(said.field, match.group(1) == null ? HuntOp.IS : HuntOp.IS_NOT, said.value);
            }
        }
    }

    private static void severity(Form form, String level, Conditions conditions) {
        int place = Math.clamp(RISING.indexOf(level) + form.shift, 0, RISING.size() - 1);
        conditions.add(Name.SEVERITY, form.op, RISING.get(place));
    }

    static String level(String word) {
        String lower = HuntWords.lower(word);
        if (SAID.containsKey(lower)) {
            return SAID.getOrDefault(lower, lower);
        }
        return switch (lower.charAt(0)) {
            case '高' -> "high";
            case '中' -> "medium";
            case '低' -> "low";
            default -> lower;
        };
    }
}
