package dev.analystcopilot.api.tool;

import dev.analystcopilot.api.grounding.EvidenceBook;
import dev.analystcopilot.api.inquiry.Inquiry;
import dev.analystcopilot.api.inquiry.SideEvents;
import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.prompt.Prompts;
import dev.analystcopilot.api.tool.act.ActTools;
import dev.analystcopilot.api.tool.alert.AlertTools;
import dev.analystcopilot.api.tool.casework.CaseTools;
import dev.analystcopilot.api.tool.desk.Desk;
import dev.analystcopilot.api.tool.entity.EntityTools;
import dev.analystcopilot.api.tool.known.KnownTools;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// The tools for one answer: bound to its asker, they can reach nothing that the asker may not see.
@Component
public final class ToolBox {
    private final Prompts prompts;
    private final AlertTools alerts;
    private final EntityTools entities;
    private final CaseTools cases;
    private final KnownTools known;
    private final ActTools acts;

    ToolBox(
            Prompts prompts,
            AlertTools alertTools,
            EntityTools entityTools,
            CaseTools caseTools,
            KnownTools knownTools,
            ActTools actTools) {
        this.prompts = prompts;
        this.alerts = alertTools;
        this.entities = entityTools;
        this.cases = caseTools;
        this.known = knownTools;
        this.acts = actTools;
    }

    /// For an asker who may see alerts: all that can be looked up, and, where the question itself asks what to do or
    /// how to judge, what can be suggested.
    ///
    /// @param book takes what is found, numbered
    /// @param side takes what is to be shown beside the words
    public List<LlmTool> forAnalysts(Inquiry inquiry, EvidenceBook book, SideEvents side) {
        return Stream.concat(
                        acts.at(new Desk(inquiry, book, side, prompts)).stream(),
                        readTools(inquiry, book, side).stream())
                .toList();
    }

    /// Lookups alone: none of these writes anything. The most useful first.
    public List<LlmTool> readTools(Inquiry inquiry, EvidenceBook book, SideEvents side) {
        var desk = new Desk(inquiry, book, side, prompts);
        return Stream.of(cases.at(desk), alerts.at(desk), known.at(desk), entities.at(desk))
                .flatMap(List::stream)
                .toList();
    }

    /// For everyone else: documents written for them.
    public List<LlmTool> forStaff(Inquiry inquiry, EvidenceBook book) {
        return List.of(known.documents(new Desk(inquiry, book, new SideEvents(), prompts)));
    }
}
