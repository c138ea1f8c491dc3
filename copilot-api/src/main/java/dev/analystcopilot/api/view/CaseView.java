package dev.analystcopilot.api.view;

import dev.analystcopilot.api.view.AlertView.EntityView;
import dev.analystcopilot.knowledge.postgres.CaseRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A case in a list.
///
/// @param title in both languages, as in the case's document
/// @param entities the first few
/// @param attention why a human should look whatever the disposition says; the first few
/// @param mayClose whether the miss budget allows to close it without a look: a suggestion
/// @param human what a person said of it; null if nobody did
record CaseView(
        String id,
        JsonNode title,
        double score,
        String disposition,
        double confidence,
        Instant firstSeen,
        Instant lastSeen,
        long alertCount,
        List<EntityView> entities,
        List<AttentionView> attention,
        @Nullable HumanView human,
        boolean mayClose) {
    private static final int ENTITIES_SHOWN = 6;

    static CaseView of(CaseRow row, JsonMapper json) {
        return of(row, json, null, false, List.of());
    }

    static CaseView of(
            CaseRow row, JsonMapper json, @Nullable HumanView human, boolean mayClose, List<AttentionView> attention) {
        JsonNode document = json.readTree(row.document());
        return new CaseView(
                row.id(),
                document.path("title"),
                row.score(),
                row.disposition().wireName(),
                row.confidence(),
                row.firstSeen(),
                row.lastSeen(),
                row.alertCount(),
                EntityView.ofKeys(
                        row.entityKeys().stream().limit(ENTITIES_SHOWN).toList()),
                attention,
                human,
                mayClose);
    }
}
