package dev.analystcopilot.api.tool.casework;

import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.tool.desk.Desk;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.learning.ReviewStore;
import java.util.List;
import org.springframework.stereotype.Component;

/// The tools that read cases.
@Component
public final class CaseTools {
    private final Database database;
    private final ReviewStore reviews;

    CaseTools(Database database, ReviewStore reviewStore) {
        this.database = database;
        this.reviews = reviewStore;
    }

    public List<LlmTool> at(Desk desk) {
        var reader = new CaseReader(database.cases());
        return List.of(
                new GetCaseTool(reader, desk),
                new ExplainDispositionTool(reader, reviews, desk),
                new ListCasesTool(database.cases(), desk));
    }
}
