package dev.analystcopilot.embeddings.score;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a model file says about itself, kept in ONNX's `metadata_props`.
///
/// @param featureNames one per value of a row
/// @param baseline     one ordinary row to compare with, if the trainer knew one
/// @param trainer      how the model was made: trainer, settings
public record ModelCard(List<String> featureNames, Optional<List<Float>> baseline, Map<String, String> trainer) {
    private static final String FEATURES = "feature_names";
    private static final String BASELINE = "baseline";
    private static final String SEPARATOR = "\n";

    public ModelCard {
        featureNames = List.copyOf(featureNames);
        baseline = baseline.map(List::copyOf);
        trainer = Map.copyOf(trainer);
        if (featureNames.isEmpty() || featureNames.stream().distinct().count() != featureNames.size()) {
            throw new IllegalArgumentException("features need names, each its own: " + featureNames);
        }
        for (String name : featureNames) {
            if (name.isBlank() || name.contains(SEPARATOR)) {
                throw new IllegalArgumentException("not a feature's name: '%s'".formatted(name));
            }
        }
        if (baseline.isPresent() && baseline.get().size() != featureNames.size()) {
            throw new IllegalArgumentException("the baseline has another length than the features");
        }
    }

    public static ModelCard of(List<String> featureNames, float[] baseline, Map<String, String> trainer) {
        List<Float> values = new java.util.ArrayList<>();
        for (float value : baseline) {
            values.add(value);
        }
        return new ModelCard(featureNames, Optional.of(values), trainer);
    }

    /// @throws IllegalArgumentException if the properties are not those of a model written here
    static ModelCard read(Map<String, String> properties) {
        Map<String, String> rest = new LinkedHashMap<>(properties);
        String names = rest.remove(FEATURES);
        String baseline = rest.remove(BASELINE);
        if (names == null) {
            throw new IllegalArgumentException("no " + FEATURES + " among the model's properties");
        }
        return new ModelCard(
                List.of(names.split(SEPARATOR)),
                Optional.ofNullable(baseline)
                        .map(text -> Arrays.stream(text.split(SEPARATOR))
                                .map(Float::valueOf)
                                .toList()),
                rest);
    }

    /// Sorted by name, so that equal cards make equal files.
    Map<String, String> properties() {
        Map<String, String> properties = new java.util.TreeMap<>(trainer);
        properties.put(FEATURES, String.join(SEPARATOR, featureNames));
        baseline.ifPresent(values ->
                properties.put(BASELINE, values.stream().map(String::valueOf).collect(Collectors.joining(SEPARATOR))));
        return properties;
    }
}
