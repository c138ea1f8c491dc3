package dev.analystcopilot.api.tool.entity;

import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.tool.desk.Desk;
import dev.analystcopilot.knowledge.postgres.AlertStore;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.hunt.EntityStore;
import java.util.List;
import org.springframework.stereotype.Component;

/// The tools about one entity.
@Component
public final class EntityTools {
    private final EntityStore entities;
    private final AlertStore alerts;

    EntityTools(EntityStore entityStore, Database database) {
        this.entities = entityStore;
        this.alerts = database.alerts();
    }

    public List<LlmTool> at(Desk desk) {
        return List.of(
                new EntityTimelineTool(entities, alerts, desk),
                new EntityNeighboursTool(entities, desk),
                new EntityBaselineTool(entities, desk));
    }
}
