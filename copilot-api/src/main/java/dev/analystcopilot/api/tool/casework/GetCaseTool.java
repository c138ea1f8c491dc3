package dev.analystcopilot.api.tool.casework;

import dev.analystcopilot.api.grounding.EvidenceItem.Kind;
import dev.analystcopilot.api.inquiry.EvidenceText;
import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.tool.desk.Arguments;
import dev.analystcopilot.api.tool.desk.Desk;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.triage.document.CaseDocument;
import java.util.List;
import java.util.Map;

/// Lets the model read a case.
record GetCaseTool(CaseReader cases, Desk desk) implements LlmTool {

    @Override
    public String name() {
        return "get_case";
    }

    @Override
    public String description() {
        return "Gives one case: its attack chain in order, verdict, reasons and gaps.";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(new Parameter("id", "the case's id, such as case-0a1b2c3d4e5f", true));
    }

    @Override
    public Answer call(Map<String, String> given) {
        CaseDocument document = cases.read(desk, new Arguments(given).needed("id", "the case's id"));
        Language language = desk.inquiry().language();
        String title = EvidenceText.in(language, document.title());
        var item = desk.book().add(Kind.CASE, document.id(), title, EvidenceText.of(document, language));
        return desk.answer(List.of(item), "Read case: " + title, "已查看案件：" + title);
    }
}
