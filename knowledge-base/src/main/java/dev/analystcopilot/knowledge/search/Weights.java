package dev.analystcopilot.knowledge.search;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/// What each feature of a passage counts for. Learnt by `./copilot eval fusion` on queries of our own, by language and
/// for questions that were carried over from the other one; kept in `knowledge/search/weights.properties`.
public final class Weights {
    private static final String FILE = "/knowledge/search/weights.properties";

    /// Whose weights.
    public enum Group {
        EN,
        ZH,
        /// Asked in the other language than the passages'.
        CROSS;

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Group of(Analysis analysis) {
            if (analysis.translated()) {
                return CROSS;
            }
            return switch (analysis.wanted()) {
                case EN -> EN;
                case ZH -> ZH;
            };
        }
    }

    private final Map<Group, Map<Feature, Double>> ranking;

    private Weights(Map<Group, Map<Feature, Double>> ranking) {
        var copy = new EnumMap<Group, Map<Feature, Double>>(Group.class);
        ranking.forEach((group, weights) -> copy.put(group, Collections.unmodifiableMap(new EnumMap<>(weights))));
        this.ranking = Collections.unmodifiableMap(copy);
    }

    /// Equal ones for all groups, for trials.
    public static Weights of(Map<Feature, Double> weights) {
        var all = new EnumMap<Group, Map<Feature, Double>>(Group.class);
        Arrays.stream(Group.values()).forEach(group -> all.put(group, new EnumMap<>(weights)));
        return new Weights(all);
    }

    /// Those that the product ships.
    public static Weights shipped() {
        Properties file = file();
        var all = new EnumMap<Group, Map<Feature, Double>>(Group.class);
        for (Group group : Group.values()) {
            var weights = new EnumMap<Feature, Double>(Feature.class);
            for (Feature feature : Feature.values()) {
                // What has not been learnt counts nothing.
                weights.put(feature, Double.parseDouble(file.getProperty(group.key() + "." + feature.key(), "0")));
            }
            all.put(group, weights);
        }
        return new Weights(all);
    }

    static Properties file() {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Weights.class.getResourceAsStream(FILE), FILE), StandardCharsets.UTF_8)) {
            var properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
    }

    static double number(Properties file, String key) {
        String value = file.getProperty(key);
        if (value == null) {
            throw new IllegalStateException(FILE + " lacks " + key);
        }
        return Double.parseDouble(value.strip());
    }

    public double score(Group group, Map<Feature, Double> features) {
        Map<Feature, Double> weights = Objects.requireNonNull(ranking.get(group), "group");
        return features.entrySet().stream()
                .mapToDouble(feature -> weights.getOrDefault(feature.getKey(), 0.0) * feature.getValue())
                .sum();
    }

    /// What fusion alone says, before passages are compared with the question.
    double fused(Group group, Map<Feature, Double> features) {
        var first = new EnumMap<Feature, Double>(Feature.class);
        features.forEach((feature, value) -> {
            if (!feature.reranks()) {
                first.put(feature, value);
            }
        });
        return score(group, first);
    }
}
