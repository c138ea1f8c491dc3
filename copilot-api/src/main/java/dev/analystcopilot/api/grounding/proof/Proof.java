package dev.analystcopilot.api.grounding.proof;

import java.util.List;

/// What one piece of evidence holds, read again from where it is stored.
///
/// @param facets its statements: what stands in one of them belongs together. None if it is gone or hidden
public record Proof(List<Facet> facets) {
    private static final Proof GONE = new Proof(List.of());

    public Proof {
        facets = List.copyOf(facets);
    }

    public static Proof gone() {
        return GONE;
    }

    public boolean isThere() {
        return !facets.isEmpty();
    }
}
