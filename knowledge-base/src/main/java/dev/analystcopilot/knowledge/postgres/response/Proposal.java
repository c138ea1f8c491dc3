package dev.analystcopilot.knowledge.postgres.response;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// Something that could be done about a case.
///
/// @param action such as `isolate_host`
/// @param target key of the entity it is about
/// @param proposedBy whose question it came from
public record Proposal(
        String id,
        String caseId,
        String action,
        String target,
        String why,
        String proposedBy,
        Instant at,
        Status status,
        Optional<Decision> decision) {
    public Proposal {
        requireNonNull(id, "id");
        requireNonNull(caseId, "caseId");
        requireNonNull(action, "action");
        requireNonNull(target, "target");
        requireNonNull(why, "why");
        requireNonNull(proposedBy, "proposedBy");
        requireNonNull(at, "at");
        if ((status == Status.OPEN) != decision.isEmpty()) {
            throw new IllegalArgumentException("a proposal is open until somebody decided");
        }
    }

    /// @param note may be empty
    public record Decision(String by, Instant at, String note) {}

    public enum Status {
        OPEN,
        APPROVED,
        REJECTED;

        /// The spelling in files and interfaces.
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Status ofWireName(String name) {
            return valueOf(name.toUpperCase(Locale.ROOT));
        }
    }
}
