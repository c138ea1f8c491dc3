package dev.analystcopilot.triage.document;

import dev.analystcopilot.knowledge.text.Bilingual;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One step of a case's attack chain.
///
/// @param n its number, from 1
/// @param tactic ATT&CK id, such as `TA0043`
/// @param technique ATT&CK id, such as `T1595.003`
/// @param outcome `attempted`, `succeeded` or `unknown`
/// @param alertIds the first [#MAX_ALERTS] of them
/// @param entities keys such as `host:web-01`, the most frequent first, at most [#MAX_ENTITIES]
/// @param title what the alerts say, the weightiest first
/// @param basis on what the outcome rests; empty where it is unknown
/// @param proof ids of the alerts that the outcome rests on, which may be another step's
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
        Bilingual title,
        @Nullable Bilingual basis,
        @Nullable List<String> proof) {

    public static final int MAX_ALERTS = 50;
    public static final int MAX_ENTITIES = 20;

    public StepDocument {
        alertIds = List.copyOf(alertIds);
        entities = List.copyOf(entities);
        basis = basis == null ? Bilingual.same("") : basis;
        proof = proof == null ? List.of() : List.copyOf(proof);
    }

    @Override
    public Bilingual basis() {
        return Objects.requireNonNull(basis);
    }

    @Override
    public List<String> proof() {
        return Objects.requireNonNull(proof);
    }

    /// As documents were before they told on what an outcome rests.
    public StepDocument(
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
        this(
                n,
                tactic,
                tacticName,
                technique,
                techniqueName,
                outcome,
                firstSeen,
                lastSeen,
                alertCount,
                alertIds,
                entities,
                title,
                null,
                null);
    }
}
