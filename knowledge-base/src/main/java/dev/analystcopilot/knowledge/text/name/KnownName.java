package dev.analystcopilot.knowledge.text.name;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// Something that has a name, and others beside it.
///
/// @param ref what it is known as: an ATT&CK id such as `S0002`, else its name in small letters
/// @param name its usual name
/// @param aliases other names, the usual one may be among them
public record KnownName(NameKind kind, String ref, String name, List<String> aliases) {
    public KnownName {
        requireNonNull(kind, "kind");
        if (ref.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("a name without a name: '" + ref + "'");
        }
        aliases = List.copyOf(aliases);
    }
}
