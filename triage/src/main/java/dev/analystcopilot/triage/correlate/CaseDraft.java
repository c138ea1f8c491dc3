package dev.analystcopilot.triage.correlate;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Bursts that belong together, in order of time.
public record CaseDraft(List<Evidence> evidence) {
    /// Enough for one strong sign plus several weaker ones to come near 1.
    private static final double SCALE = 4;

    public CaseDraft {
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException("a case holds at least one burst");
        }
        evidence = evidence.stream()
                .sorted(Comparator.comparing((Evidence e) -> e.burst().first())
                        .thenComparing(e -> e.burst().firstId()))
                .toList();
    }

    public Instant first() {
        return evidence.getFirst().burst().first();
    }

    public Instant last() {
        return evidence.stream()
                .map(e -> e.burst().last())
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    /// Whether nothing that happens from this moment on can join it any more.
    public boolean settled(Instant at) {
        return last().plus(CaseGraph.settleWindow()).isBefore(at);
    }

    public int alertCount() {
        return evidence.stream().mapToInt(e -> e.burst().size()).sum();
    }

    /// 0–1, how urgently it wants a look: more the stronger its strongest burst, the more different things speak for it
    /// (each fingerprint once, so that a flood counts once), and the less of it is beside the point.
    public double score() {
        Map<String, Double> strongest = new HashMap<>();
        double all = 0;
        for (Evidence e : evidence) {
            strongest.merge(e.burst().fingerprint(), e.weight(), Math::max);
            all += e.weight();
        }
        double[] sorted = strongest.values().stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        double sum = Arrays.stream(sorted).sum();
        double purity = 0.5 + 0.5 * all / evidence.size();
        return sorted[sorted.length - 1] * (1 - Math.exp(-sum / SCALE)) * purity;
    }
}
