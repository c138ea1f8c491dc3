package dev.analystcopilot.api.tool.act;

import dev.analystcopilot.api.inquiry.ChatEvent;
import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.tool.casework.CaseReader;
import dev.analystcopilot.api.tool.desk.Arguments;
import dev.analystcopilot.api.tool.desk.Desk;
import dev.analystcopilot.knowledge.alert.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Lets the model fill in a verdict for the asker to confirm. It writes nothing: whoever confirms saves it, in their
/// own
/// name.
record SuggestVerdictTool(CaseReader cases, Desk desk) implements LlmTool {
    private static final int LONGEST_NOTE = 500;
    private static final List<String> VERDICTS =
            Arrays.stream(Verdict.values()).map(Verdict::wireName).toList();

    @Override
    public String name() {
        return "suggest_verdict";
    }

    @Override
    public String description() {
        return "Fills in a verdict for a case, for the asker to confirm or drop. It saves nothing.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("case", "the case's id", true),
                new Parameter("verdict", "what the asker wants to save", true, Type.TEXT, VERDICTS),
                new Parameter("note", "why, in a sentence", true));
    }

    @Override
    public Answer call(Map<String, String> given) {
        var arguments = new Arguments(given);
        String verdict = arguments.needed("verdict", "one of " + String.join(", ", VERDICTS));
        if (!VERDICTS.contains(verdict)) {
            throw new IllegalArgumentException("verdict must be one of " + String.join(", ", VERDICTS));
        }
        String id = cases.read(desk, arguments.needed("case", "the case's id")).id();
        String note = arguments.needed("note", "why, in a sentence");
        desk.side()
                .add(new ChatEvent.Confirm(
                        id, verdict, note.length() > LONGEST_NOTE ? note.substring(0, LONGEST_NOTE) + "…" : note));
        return desk.answer(
                List.of(desk.result(
                        "verdict suggested for " + id,
                        desk.inquiry().pick("To be confirmed: ", "待确认：") + verdict,
                        "suggested, not saved; the asker confirms or drops it: " + verdict + " for " + id)),
                "Asked to confirm: " + verdict,
                "请确认判定：" + verdict);
    }
}
