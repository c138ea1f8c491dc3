package dev.analystcopilot.knowledge.intake;

import java.util.List;

/// What an import did.
///
/// @param origin under which it is kept: `kind:name`
/// @param changed documents that are new or read differently now
/// @param unchanged documents that were stored like this already
/// @param removed documents that have vanished from where they came from
/// @param passages of the new and changed documents
/// @param problems what could not be read; what was stored of it stays
public record Import(String origin, int changed, int unchanged, int removed, int passages, List<Problem> problems) {

    public Import {
        problems = List.copyOf(problems);
    }

    /// Whether anything at all could be read.
    public boolean foundAnything() {
        return changed + unchanged > 0;
    }

    /// @param file relative to what was imported, with the place in it
    public record Problem(String file, String reason) {}
}
