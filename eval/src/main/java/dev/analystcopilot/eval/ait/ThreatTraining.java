package dev.analystcopilot.eval.ait;

import dev.analystcopilot.embeddings.score.BoostedTrees;
import dev.analystcopilot.embeddings.score.GradientBoosting;
import dev.analystcopilot.embeddings.score.GradientBoosting.Settings;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.triage.feature.Burst;
import dev.analystcopilot.triage.feature.BurstCollector;
import dev.analystcopilot.triage.feature.BurstFeatures;
import dev.analystcopilot.triage.model.ModelFile;
import dev.analystcopilot.triage.technique.TechniqueHints;
import dev.analystcopilot.triage.threat.ThreatFeatures;
import dev.analystcopilot.triage.threat.WordMeanings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Fits the model of threat on labelled networks. Each network counts alike, however many alerts it has,
/// and within it attacks weigh a fifth of the rest: as in life there is far more of the rest, but a model
/// that never says yes is of no use.
public final class ThreatTraining {
    private static final Settings SETTINGS = new Settings(200, 3, 0.1, 3, 3, ThreatFeatures.constraints());
    private static final double ATTACK_WEIGHT = 200;
    private static final double OTHER_WEIGHT = 1000;
    /// A burst of many minutes counts more than one of a single minute, but not by its length.
    private static final double HEAVIEST = 5;

    private ThreatTraining() {}

    private static final class Sample {
        final float[] row;
        final boolean attack;
        final double weight;

        Sample(float[] row, boolean attack, double weight) {
            this.row = row;
            this.attack = attack;
            this.weight = weight;
        }

        /// The same, so many times as heavy.
        Sample times(double factor) {
            return new Sample(row, attack, weight * factor);
        }
    }

    /// Writes `threat.onnx` and its card.
    ///
    /// @param arguments the folder that `make_dev.py` has built, and the folder to write to
    public static void main(String[] arguments) {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("arguments: MEASURE-FOLDER OUT-FOLDER");
        }
        Path written = file(AitNetworks.all(Path.of(arguments[0]))).write(Path.of(arguments[1]), "threat");
        System.out.println(written);
    }

    public static ModelFile file(List<AitNetwork> networks) {
        String names = networks.stream().map(AitNetwork::name).sorted().collect(Collectors.joining(", "));
        String data = "AIT-ADS (CC BY 4.0, AIT Austrian Institute of Technology): " + names;
        return new ModelFile(fit(networks).onnx(Map.of("data", data)), "{\"data\":\"%s\"}".formatted(data));
    }

    static BoostedTrees fit(List<AitNetwork> networks) {
        var samples = new ArrayList<Sample>();
        networks.forEach(network -> samples.addAll(balanced(samples(network))));
        float[][] rows = new float[samples.size()][];
        float[] labels = new float[rows.length];
        float[] weights = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = samples.get(i).row;
            labels[i] = samples.get(i).attack ? 1 : 0;
            weights[i] = (float) samples.get(i).weight;
        }
        return GradientBoosting.train(rows, labels, weights, ThreatFeatures.NAMES, SETTINGS);
    }

    private static List<Sample> samples(AitNetwork network) {
        var collector = new BurstCollector();
        network.alerts().forEach(collector);
        List<Burst> bursts = collector.bursts();
        var words = new WordMeanings(TechniqueHints.load(), TechniqueCatalog.load());
        float[][] rows = ThreatFeatures.rows(bursts, BurstFeatures.of(bursts), words);
        var samples = new ArrayList<Sample>();
        for (int i = 0; i < rows.length; i++) {
            Set<String> units = new HashSet<>();
            Set<String> attacked = new HashSet<>();
            boolean brief = false;
            for (String id : bursts.get(i).alertIds()) {
                AitNetwork.Truth truth = network.truth(id);
                units.add(truth.unit());
                if (truth.attack()) {
                    attacked.add(truth.unit());
                    brief |= !truth.event().equals(AitNetwork.LONG_RUNNING);
                }
            }
            boolean attack = !attacked.isEmpty() && attacked.size() * 2 >= units.size();
            // The same rule is the long-running theft in one network and everyday in the others: one vote, not
            // thousands.
            double weight = attack && !brief ? 1 : Math.min(HEAVIEST, Math.sqrt(units.size()));
            samples.add(new Sample(rows[i], attack, weight));
        }
        return samples;
    }

    private static List<Sample> balanced(List<Sample> samples) {
        double attack = weight(samples, true);
        double other = weight(samples, false);
        return samples.stream()
                .map(sample -> sample.times(sample.attack ? ATTACK_WEIGHT / attack : OTHER_WEIGHT / other))
                .toList();
    }

    private static double weight(List<Sample> samples, boolean attack) {
        return samples.stream()
                .filter(sample -> sample.attack == attack)
                .mapToDouble(sample -> sample.weight)
                .sum();
    }
}
