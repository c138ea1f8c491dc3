package dev.analystcopilot.knowledge.search;

import dev.analystcopilot.knowledge.postgres.PassageStore.Passage;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A passage on its way through the stages.
///
/// @param named whether the question names its document
/// @param words terms that it was found by, the rarest first
public record Candidate(
        Passage passage,
        boolean named,
        Optional<Integer> lexicalRank,
        Optional<Integer> denseRank,
        Optional<Double> cosine,
        List<String> words,
        Map<Feature, Double> features) {

    public Candidate {
        words = List.copyOf(words);
        var copy = new EnumMap<Feature, Double>(Feature.class);
        copy.putAll(features);
        features = Collections.unmodifiableMap(copy);
    }

    public double feature(Feature feature) {
        return features.getOrDefault(feature, 0.0);
    }
}
