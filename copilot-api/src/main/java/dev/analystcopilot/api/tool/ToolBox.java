package dev.analystcopilot.api.tool;

import dev.analystcopilot.api.grounding.EvidenceBook;
import dev.analystcopilot.api.inquiry.Inquiry;
import dev.analystcopilot.api.inquiry.SideEvents;
import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.prompt.Prompts;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.search.KnowledgeSearch;
import dev.analystcopilot.knowledge.similar.SimilarAlerts;
import java.util.List;
import org.springframework.stereotype.Component;

/// The tools for one answer: bound to its asker, they can reach nothing that the asker may not see.
@Component
public final class ToolBox {
    private final Database database;
    private final KnowledgeSearch search;
    private final SimilarAlerts similar;
    private final Prompts prompts;

    ToolBox(Database database, KnowledgeSearch search, SimilarAlerts similar, Prompts prompts) {
        this.database = database;
        this.search = search;
        this.similar = similar;
        this.prompts = prompts;
    }

    /// For an asker who may see alerts.
    ///
    /// @param book takes what is found, numbered
    /// @param side takes what is to be shown beside the words
    public List<LlmTool> forAnalysts(Inquiry inquiry, EvidenceBook book, SideEvents side) {
        return List.of(
                new SearchAlertsTool(database.alerts(), inquiry, book, prompts),
                new FindSimilarAlertsTool(similar, database.alerts(), inquiry, book, prompts),
                new GetCaseTool(database.cases(), inquiry, book, prompts),
                new SearchKnowledgeTool(search, inquiry, book, prompts));
    }

    /// For everyone else: documents written for them.
    public List<LlmTool> forStaff(Inquiry inquiry, EvidenceBook book) {
        return List.of(new SearchKnowledgeTool(search, inquiry, book, prompts));
    }
}
