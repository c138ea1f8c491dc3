package dev.analystcopilot.api.tool.alert;

import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.tool.desk.Desk;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.similar.SimilarAlerts;
import java.util.List;
import org.springframework.stereotype.Component;

/// The tools that find alerts.
@Component
public final class AlertTools {
    private final Database database;
    private final SimilarAlerts similar;

    AlertTools(Database database, SimilarAlerts similar) {
        this.database = database;
        this.similar = similar;
    }

    public List<LlmTool> at(Desk desk) {
        return List.of(
                new SearchAlertsTool(database.alerts(), desk),
                new FindSimilarAlertsTool(similar, database.alerts(), desk));
    }
}
