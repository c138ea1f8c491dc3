package dev.analystcopilot.knowledge.document;

import java.util.List;

/// What an import did.
///
/// @param changed documents that are new or read differently now
/// @param unchanged documents that were stored like this already
/// @param removed documents that have vanished from where they came from
/// @param problems documents that could not be read; what was stored of them stays
public record Import(int changed, int unchanged, int removed, List<Problem> problems) {

    public Import {
        problems = List.copyOf(problems);
    }

    /// @param file relative to the folder that was imported
    public record Problem(String file, String reason) {}
}
