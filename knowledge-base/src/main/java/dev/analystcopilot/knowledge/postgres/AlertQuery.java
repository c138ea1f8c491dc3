package dev.analystcopilot.knowledge.postgres;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Which alerts to list, the latest first. What is empty does not restrict.
///
/// @param entityKeys alerts about any of these ([dev.analystcopilot.knowledge.alert.Entity#key])
/// @param from not before
/// @param to before
/// @param text a part of title, rule or message, in any case, or an entity's exact value
/// @param leastSeverity this severe or more
/// @param limit at most so many, 1 to 1000
/// @param cursor go on after the alert with this [AlertHit#cursor]
public record AlertQuery(
        List<String> entityKeys,
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<String> text,
        Optional<String> caseId,
        Optional<Verdict> verdict,
        Optional<Severity> leastSeverity,
        int limit,
        Optional<String> cursor) {
    public static final int MAX_LIMIT = 1_000;

    public AlertQuery {
        entityKeys = List.copyOf(entityKeys);
        text = text.map(String::strip).filter(t -> !t.isEmpty());
        if (limit < 1 || limit > MAX_LIMIT) {
            throw new IllegalArgumentException("limit must be 1 to " + MAX_LIMIT + ", not " + limit);
        }
    }

    /// The latest alerts of all.
    public static AlertQuery latest(int limit) {
        return new AlertQuery(
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                limit,
                Optional.empty());
    }

    public AlertQuery about(List<String> keys) {
        return new AlertQuery(keys, from, to, text, caseId, verdict, leastSeverity, limit, cursor);
    }

    public AlertQuery between(Instant fromInclusive, Instant toExclusive) {
        return new AlertQuery(
                entityKeys,
                Optional.of(fromInclusive),
                Optional.of(toExclusive),
                text,
                caseId,
                verdict,
                leastSeverity,
                limit,
                cursor);
    }

    public AlertQuery containing(String words) {
        return new AlertQuery(entityKeys, from, to, Optional.of(words), caseId, verdict, leastSeverity, limit, cursor);
    }

    public AlertQuery inCase(String id) {
        return new AlertQuery(entityKeys, from, to, text, Optional.of(id), verdict, leastSeverity, limit, cursor);
    }

    public AlertQuery judged(Verdict wanted) {
        return new AlertQuery(entityKeys, from, to, text, caseId, Optional.of(wanted), leastSeverity, limit, cursor);
    }

    public AlertQuery atLeast(Severity severity) {
        return new AlertQuery(entityKeys, from, to, text, caseId, verdict, Optional.of(severity), limit, cursor);
    }

    public AlertQuery after(String place) {
        return new AlertQuery(entityKeys, from, to, text, caseId, verdict, leastSeverity, limit, Optional.of(place));
    }
}
