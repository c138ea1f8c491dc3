package dev.analystcopilot.triage.sign;

import dev.analystcopilot.knowledge.alert.Alert;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The signs that ship with the product, ready to be looked for. Immutable and safe to share.
public final class Signs {
    private static final String RESOURCE = "/triage/signs.yaml";

    private final Map<String, Sign> byId;

    private Signs(Map<String, Sign> byId) {
        this.byId = byId;
    }

    /// The shipped signs.
    public static Signs load() {
        return new Signs(SignReader.read(RESOURCE));
    }

    /// Ids of the signs that an alert's body shows, in the order of the file.
    public List<String> of(Alert alert) {
        return List.of();
    }

    public Optional<Sign> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public List<Sign> all() {
        return List.copyOf(byId.values());
    }
}
