package dev.analystcopilot.knowledge.technique;

import static java.util.Objects.requireNonNull;

/// A technique that a text may describe.
///
/// @param id such as `T1059.001`
/// @param score the higher the better; comparable within one answer only
/// @param confidence how often a technique that scores like this beside its rivals is right, 0 to 1
public record TechniqueMatch(String id, String name, double score, double confidence, TechniqueWhy why) {
    public TechniqueMatch {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        requireNonNull(why, "why");
    }
}
