package dev.analystcopilot.triage.document;

import dev.analystcopilot.knowledge.text.Bilingual;
import java.time.Instant;
import java.util.List;

/// One step of a case's attack chain.
///
/// @param n its number, from 1
/// @param tactic ATT&CK id, such as `TA0043`
/// @param technique ATT&CK id, such as `T1595.003`
/// @param outcome `attempted`, `succeeded` or `unknown`
/// @param alertIds the first [#MAX_ALERTS] of them
/// @param entities keys such as `host:web-01`, the most frequent first, at most [#MAX_ENTITIES]
/// @param title what the alerts say, the weightiest first
public record StepDocument(
        int n,
        String tactic,
        Bilingual tacticName,
        String technique,
        Bilingual techniqueName,
        String outcome,
        Instant firstSeen,
        Instant lastSeen,
        long alertCount,
        List<String> alertIds,
        List<String> entities,
        Bilingual title) {

    public static final int MAX_ALERTS = 50;
    public static final int MAX_ENTITIES = 20;

    public StepDocument {
        alertIds = List.copyOf(alertIds);
        entities = List.copyOf(entities);
    }
}
