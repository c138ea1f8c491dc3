package dev.analystcopilot.api.tool.casework;

import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.tool.desk.Desk;
import dev.analystcopilot.knowledge.postgres.Database;
import java.util.List;
import org.springframework.stereotype.Component;

/// The tools that read cases.
@Component
public final class CaseTools {
    private final Database database;

    CaseTools(Database database) {
        this.database = database;
    }

    public List<LlmTool> at(Desk desk) {
        return List.of(new GetCaseTool(database.cases(), desk));
    }
}
