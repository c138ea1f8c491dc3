package dev.analystcopilot.knowledge.planted;

import java.util.List;

/// Finds instructions planted in text that should be data. Deterministic, thread-safe. What it finds is shown to people
/// and changes no verdict: code decides those, and code obeys nothing that it reads.
public final class PlantedInstructions {
    private PlantedInstructions() {}

    public static PlantedInstructions load() {
        return new PlantedInstructions();
    }

    /// What is planted in one text of an alert, the surest first.
    public List<Planted> in(String text) {
        return in(Place.ALERT, List.of(text));
    }

    /// What is planted in the fields of one thing, which are also read together: an order can be spread over them.
    public List<Planted> in(Place place, List<String> fields) {
        return List.of();
    }
}
