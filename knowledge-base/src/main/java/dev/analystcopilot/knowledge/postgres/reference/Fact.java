package dev.analystcopilot.knowledge.postgres.reference;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.alert.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// Something the organisation knows that explains alerts, for a while.
///
/// @param id within the tenant
/// @param entities whom it is about: hosts, addresses, networks (`ip:10.1.0.0/16`), accounts …
/// @param from the first moment it holds
/// @param until from then on it holds no longer
/// @param note for people
/// @param approvedBy who answers for it
public record Fact(
        String id, Kind kind, List<Entity> entities, Instant from, Instant until, String note, String approvedBy) {

    public Fact {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a fact needs an id");
        }
        requireNonNull(kind, "kind");
        entities = entities.stream().distinct().toList();
        if (entities.isEmpty()) {
            throw new IllegalArgumentException(
                    "a fact is about somebody: name at least one entity, such as host:web-01");
        }
        if (!until.isAfter(from)) {
            throw new IllegalArgumentException("a fact ends after it begins: until " + until + ", from " + from);
        }
        requireNonNull(note, "note");
        requireNonNull(approvedBy, "approvedBy");
    }

    public enum Kind {
        MAINTENANCE_WINDOW,
        APPROVED_SCANNER,
        PENTEST,
        EXCEPTION;

        /// The spelling in files and interfaces.
        public String wireName() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean holdsAt(Instant moment) {
        return !moment.isBefore(from) && moment.isBefore(until);
    }
}
