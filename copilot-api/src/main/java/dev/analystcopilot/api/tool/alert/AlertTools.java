package dev.analystcopilot.api.tool.alert;

import dev.analystcopilot.api.llm.LlmTool;
import dev.analystcopilot.api.tool.desk.Desk;
import dev.analystcopilot.knowledge.postgres.AlertStore;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.hunt.HuntStore;
import dev.analystcopilot.knowledge.sigma.RuleFinder;
import dev.analystcopilot.knowledge.similar.SimilarAlerts;
import dev.analystcopilot.triage.hunt.HuntReader;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/// The tools that find alerts.
@Component
public final class AlertTools {
    private final AlertStore alerts;
    private final HuntStore hunts;
    private final HuntReader reader;
    private final SimilarAlerts similar;
    private final RuleFinder rules;
    private final Clock clock;

    AlertTools(
            Database database,
            HuntStore huntStore,
            HuntReader huntReader,
            SimilarAlerts similar,
            RuleFinder ruleFinder,
            Clock clock) {
        this.alerts = database.alerts();
        this.hunts = huntStore;
        this.reader = huntReader;
        this.similar = similar;
        this.rules = ruleFinder;
        this.clock = clock;
    }

    /// The most useful first.
    public List<LlmTool> at(Desk desk) {
        return List.of(
                new SearchAlertsTool(hunts, alerts, desk),
                new CountAlertsTool(hunts, desk),
                new HuntTool(hunts, reader, clock, desk),
                new FindSimilarAlertsTool(similar, alerts, desk),
                new FindAlertsLikeTool(similar, alerts, desk),
                new MatchRulesTool(rules, alerts, desk));
    }
}
