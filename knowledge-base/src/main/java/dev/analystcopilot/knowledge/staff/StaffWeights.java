package dev.analystcopilot.knowledge.staff;

import dev.analystcopilot.knowledge.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/// What each feature counts for: `knowledge/asked/weights.properties`. Both the order and the relevance are logistic
/// regressions, fitted on the questions `eval/src/main/resources/staff/dev-*.tsv` and `queries/*.jsonl`, none of which
/// is measured with.
final class StaffWeights {
    private final Map<String, Double> values;

    private StaffWeights(Map<String, Double> values) {
        this.values = Map.copyOf(values);
    }

    static StaffWeights shipped() {
        var file = new Properties();
        String resource = "knowledge/asked/weights.properties";
        try (InputStream in =
                Objects.requireNonNull(StaffWeights.class.getClassLoader().getResourceAsStream(resource), resource)) {
            file.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
        var values = new HashMap<String, Double>();
        file.stringPropertyNames().forEach(name -> values.put(name, Double.valueOf(file.getProperty(name))));
        return new StaffWeights(values);
    }

    double score(Map<String, Double> features, Language language) {
        return sum(language.code() + ".order.", features);
    }

    /// The first match with how probable it is that it is right, by itself and by how far it is ahead of the next one.
    List<StaffMatch> judged(List<StaffMatch> ranked, AskedIndex.Outside outside, Language language) {
        if (ranked.isEmpty()) {
            return ranked;
        }
        StaffMatch first = ranked.getFirst();
        var features = new HashMap<>(first.features());
        features.put("ahead", ranked.size() > 1 ? first.score() - ranked.get(1).score() : 1.0);
        features.put("score", first.score());
        features.put("outside", outside.closest());
        features.put("outside_match", outside.match());
        String prefix = language.code() + ".relevance.";
        double sum = values.getOrDefault(prefix + "bias", 0.0) + sum(prefix, features);
        var judged = new ArrayList<StaffMatch>();
        judged.add(new StaffMatch(
                first.documentId(),
                first.ref(),
                first.kind(),
                first.title(),
                first.language(),
                first.score(),
                1 / (1 + Math.exp(-sum)),
                features));
        judged.addAll(ranked.subList(1, ranked.size()));
        return List.copyOf(judged);
    }

    private double sum(String prefix, Map<String, Double> features) {
        double sum = 0;
        for (String name : features.keySet().stream().sorted().toList()) {
            sum += values.getOrDefault(prefix + name, 0.0) * features.getOrDefault(name, 0.0);
        }
        return sum;
    }
}
