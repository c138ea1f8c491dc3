package dev.analystcopilot.api.tool.act;

import dev.analystcopilot.api.inquiry.Inquiry;
import dev.analystcopilot.triage.narrate.question.Intent;
import dev.analystcopilot.triage.narrate.question.QuestionReader;
import java.time.Clock;
import java.util.regex.Pattern;

/// Tells from the asker's own words whether suggestions are wanted. Nothing that was found has a say in it: text
/// planted
/// in an alert or a document cannot bring a tool into an answer that nobody asked to suggest anything.
final class Wishes {
    // Orders and requests, not accounts of what was done: "block it", not "was it blocked".
    private static final Pattern ACTION = Pattern.compile(
            "\\b(?:propose|suggest|recommend)(?:ed|s)?\\b.{0,60}\\b(?:actions?|steps?|measures?|response)\\b"
                    + "|\\b(?:isolate|quarantine|block(?! ?list)|disable|revoke|reset|remediate|mitigate|respond to|take .{1,20} offline|shut down|notify)\\b"
                    + "|隔离|封禁|封锁|封堵|阻断|禁用|停用|重置|吊销|遏制|止损|断网|处置(?!结论|状态|结果)|建议.{0,8}(?:措施|动作|操作)|通知(?:负责人|用户|机主)",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern VERDICT = Pattern.compile(
            "\\b(?:save|record|set|give|submit|change|suggest|propose|recommend|fill in)\\b.{0,40}\\bverdict\\b"
                    + "|\\bverdict\\b.{0,30}\\b(?:suggest|propose|recommend|save)\\b"
                    + "|\\b(?:mark|classify|label|judge) (?:it|this|that|the|case)\\b|\\bclose (?:it|this|the case|case)\\b"
                    + "|(?:保存|记录|提交|设置|设为|更改|修改|给出|建议|填写).{0,12}(?:判定|结论|定性)|判为|标记为|标为|定性为|归类为|关闭(?:该|这个|此|本)?案件|结案",
            Pattern.CASE_INSENSITIVE);
    // "alerts that contain x" asks for words, "contain it" for an action.
    private static final Pattern HOLDS = Pattern.compile(
            "\\bcontain(?:s|ed|ing)?\\b(?! (?:it|this|them|the (?:attack|incident|threat|breach|intrusion|host)))|处置(?=结论|状态|结果)",
            Pattern.CASE_INSENSITIVE);

    private final QuestionReader reader = new QuestionReader();
    private final Clock clock;

    Wishes(Clock clock) {
        this.clock = clock;
    }

    boolean wantAction(Inquiry inquiry) {
        String text = HOLDS.matcher(inquiry.text()).replaceAll(" ");
        return ACTION.matcher(text).find()
                || reader.read(text, inquiry.caseId(), clock.instant()).wants(Intent.NEXT_STEPS);
    }

    boolean wantVerdict(Inquiry inquiry) {
        return VERDICT.matcher(inquiry.text()).find();
    }
}
