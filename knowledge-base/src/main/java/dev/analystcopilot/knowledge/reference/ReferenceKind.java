package dev.analystcopilot.knowledge.reference;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What `--kind` calls the files that become no documents.
public enum ReferenceKind {
    ASSETS,
    INDICATORS,
    FACTS;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Empty if the kind is one of documents.
    public static Optional<ReferenceKind> of(String kind) {
        return Arrays.stream(values())
                .filter(each -> each.wireName().equals(kind.toLowerCase(Locale.ROOT)))
                .findFirst();
    }
}
