package dev.analystcopilot.knowledge.planted;

import static java.util.Objects.requireNonNull;

/// An instruction found where data should be.
///
/// @param excerpt the text around it as it was read (decoded, if it was hidden), at most [#MAX_EXCERPT] characters;
///     hostile
/// @param score how sure, in (0, 1]
public record Planted(Kind kind, String excerpt, double score) {
    public static final int MAX_EXCERPT = 200;

    public Planted {
        requireNonNull(kind, "kind");
        excerpt = excerpt.length() <= MAX_EXCERPT ? excerpt : excerpt.substring(0, MAX_EXCERPT - 1) + "…";
        if (!(score > 0 && score <= 1)) {
            throw new IllegalArgumentException("a score in (0, 1], not " + score);
        }
    }
}
