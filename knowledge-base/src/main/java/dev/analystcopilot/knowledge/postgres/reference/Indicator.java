package dev.analystcopilot.knowledge.postgres.reference;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.alert.Entity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Something that is known to belong to an attack.
///
/// @param entity an IP address or network (`198.51.100.0/24`), domain, URL, file hash, mailbox or file name
/// @param name what it is called, such as the malware's name; may be empty
/// @param source who says so
/// @param confidence 0 to 100
/// @param validUntil from then on it is matched no longer; forever if empty
public record Indicator(
        Entity entity,
        String name,
        String source,
        int confidence,
        List<String> labels,
        Optional<Instant> validFrom,
        Optional<Instant> validUntil) {

    public Indicator {
        requireNonNull(entity, "entity");
        requireNonNull(name, "name");
        requireNonNull(source, "source");
        if (confidence < 0 || confidence > 100) {
            throw new IllegalArgumentException("confidence goes from 0 to 100, not " + confidence);
        }
        labels = List.copyOf(labels);
        requireNonNull(validFrom, "validFrom");
        requireNonNull(validUntil, "validUntil");
    }

    /// Whether it counts at a moment.
    public boolean validAt(Instant moment) {
        return validFrom.filter(moment::isBefore).isEmpty()
                && validUntil.filter(until -> !moment.isBefore(until)).isEmpty();
    }
}
