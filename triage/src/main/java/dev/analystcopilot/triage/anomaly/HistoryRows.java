package dev.analystcopilot.triage.anomaly;

import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.triage.feature.Burst;
import dev.analystcopilot.triage.feature.BurstCollector;
import dev.analystcopilot.triage.feature.BurstFeatures;
import dev.analystcopilot.triage.feature.ObservedHours;
import dev.analystcopilot.triage.model.ModelFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Gathers what a model is fitted on: the bursts of one or more histories, each compared with its own history only.
public final class HistoryRows {
    /// Every history gives at most so many rows, at even distances, so that none drowns the others.
    private static final int MOST_ROWS = 8_000;

    private final List<float[]> rows = new ArrayList<>();
    private int hours;
    private long alerts;

    /// @param history one scope's alerts, in order of (time, id)
    public HistoryRows add(Iterable<StoredAlert> history) {
        var collector = new BurstCollector();
        for (StoredAlert alert : history) {
            collector.accept(alert);
        }
        return add(collector);
    }

    /// @param history that has taken all of one scope's alerts
    public HistoryRows add(BurstCollector history) {
        List<Burst> bursts = history.bursts();
        if (bursts.isEmpty()) {
            return this;
        }
        bursts.forEach(burst -> alerts += burst.size());
        hours += ObservedHours.of(bursts).count();
        float[][] all = BurstFeatures.of(bursts).rows();
        int count = Math.min(all.length, MOST_ROWS);
        for (int i = 0; i < count; i++) {
            rows.add(all[(int) ((long) i * all.length / count)]);
        }
        return this;
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    /// Shape (n, [BurstFeatures#NAMES]).
    public float[][] rows() {
        return rows.toArray(float[][]::new);
    }

    /// @param card what the data is, whose, under which licence
    /// @throws IllegalArgumentException if there is none
    public ModelFile fit(Map<String, String> card) {
        var more = new TreeMap<>(card);
        more.put("alerts", Long.toString(alerts));
        more.put("hours", Integer.toString(hours));
        return AnomalyTraining.fit(rows(), BurstFeatures.NAMES, more);
    }
}
