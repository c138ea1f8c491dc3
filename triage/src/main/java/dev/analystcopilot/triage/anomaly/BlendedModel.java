package dev.analystcopilot.triage.anomaly;

import dev.analystcopilot.embeddings.score.Contributions.Contribution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The percentiles of two models, mixed. Closing it closes the scope's own model only.
final class BlendedModel implements AnomalyModel {
    private final ForestModel own;
    private final ForestModel prior;
    private final int[] places;
    private final double weight;

    /// @param places of the prior's features in a row
    /// @param weight of the own model, 0 to 1
    BlendedModel(ForestModel own, ForestModel prior, int[] places, double weight) {
        this.own = own;
        this.prior = prior;
        this.places = places;
        this.weight = weight;
    }

    @Override
    public float[] score(float[][] rows) {
        float[] mixed = own.score(rows);
        var seen = new float[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            seen[i] = seen(rows[i]);
        }
        float[] before = prior.score(seen);
        for (int i = 0; i < mixed.length; i++) {
            mixed[i] = (float) (weight * mixed[i] + (1 - weight) * before[i]);
        }
        return mixed;
    }

    private float[] seen(float[] row) {
        var values = new float[places.length];
        for (int f = 0; f < values.length; f++) {
            values[f] = row[places[f]];
        }
        return values;
    }

    @Override
    public List<Contribution> explain(float[] row) {
        Map<String, Contribution> before = new HashMap<>();
        prior.explain(seen(row)).forEach(part -> before.put(part.feature(), part));
        List<Contribution> mixed = new ArrayList<>();
        for (Contribution part : own.explain(row)) {
            Contribution other = before.get(part.feature());
            double drop = weight * part.drop() + (1 - weight) * (other == null ? 0 : other.drop());
            mixed.add(new Contribution(part.feature(), part.value(), part.baseline(), (float) drop));
        }
        mixed.sort(Comparator.comparingDouble(Contribution::drop).reversed());
        return List.copyOf(mixed);
    }

    @Override
    public String version() {
        return own.version() + "+" + prior.version();
    }

    /// The scope's own part.
    @Override
    public byte[] onnx() {
        return own.onnx();
    }

    @Override
    public void close() {
        own.close();
    }
}
