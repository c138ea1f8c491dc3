package dev.analystcopilot.knowledge.staff;

import dev.analystcopilot.knowledge.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/// What each feature counts for: `knowledge/asked/weights.properties`. One softmax over all documents and "none of
/// them"
/// (a conditional logit, McFadden 1974), so that what is declined competes with what is answered. Fitted by
/// `./copilot eval staff --fit 600` on the ways to ask themselves, each left out in its turn, and on `dev-*.tsv`.
final class StaffWeights {
    private static final String OUTSIDE = "outside.";
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

    /// The higher the better; its exponential is what a document's probability is proportional to.
    double score(Map<String, Double> features, Language language) {
        return sum(language.code() + ".", features);
    }

    /// The same for "none of them".
    double outside(Map<String, Double> features, Language language) {
        String prefix = language.code() + "." + OUTSIDE;
        return values.getOrDefault(prefix + "bias", 0.0) + sum(prefix, features);
    }

    private double sum(String prefix, Map<String, Double> features) {
        double sum = 0;
        for (String name : features.keySet().stream().sorted().toList()) {
            sum += values.getOrDefault(prefix + name, 0.0) * features.getOrDefault(name, 0.0);
        }
        return sum;
    }
}
