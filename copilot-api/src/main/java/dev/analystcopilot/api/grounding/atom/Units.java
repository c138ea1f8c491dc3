package dev.analystcopilot.api.grounding.atom;

import dev.analystcopilot.api.grounding.atom.Atom.Unit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Tells what a number counts, by the words around it.
final class Units {
    private static final Map<Unit, Pattern> PER = new LinkedHashMap<>();

    static {
        String between =
                "^[\\s*]*(?:(?:more|other|further|additional|distinct|different|separate|related|similar|such|individual|single|stored|affected|involved|of the|security|total|attack|corresponding|matching)\\s+){0,3}";
        PER.put(
                Unit.ALERT,
                per(between
                        + "(?:\\w+\\s+)?alerts?\\b|^\\s*[条个起]?\\s*(?:[\\w.-]+\\s+)?(?:相关|类似|安全|不同)?的?\\s*(?:告警|警报)"));
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
    /// "The most alerts, 21", "告警超过四十条".
    private static final Pattern ALERTS_BEFORE =
            Pattern.compile("(?:\\balerts\\b|告警|警报)[^.;。；\\d]{0,24}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern ENDS = Pattern.compile("^\\s*[条个起]?\\s*(?:$|[,，.。;；)）\\[|])");

    private Units() {}

    private static Pattern per(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /// What the number in this place counts.
    static Unit of(String text, int start, int end) {
        String before = text.substring(Math.max(0, start - 40), start);
        String after = text.substring(end, Math.min(text.length(), end + 60));
        if (STEP_NUMBER.matcher(before).find() && !before.endsWith("first ")) {
            return stepNumber(text, before, end);
        }
        Unit behind = behind(text, end);
        boolean alerts = behind == Unit.OTHER
                && ENDS.matcher(after).find()
                && ALERTS_BEFORE.matcher(before).find();
        return alerts ? Unit.ALERT : behind;
    }

    /// "第三条告警" numbers something else than steps.
    private static Unit stepNumber(String text, String before, int end) {
        return before.stripTrailing().endsWith("第") && behind(text, end) != Unit.STEP ? Unit.OTHER : Unit.STEP_NUMBER;
    }

    /// What the words behind a number say that it counts.
    static Unit behind(String text, int end) {
        String after = text.substring(end, Math.min(text.length(), end + 60));
        return PER.entrySet().stream()
                .filter(unit -> unit.getValue().matcher(after).find())
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(Unit.OTHER);
    }
}
