package dev.analystcopilot.triage.disposition;

import dev.analystcopilot.triage.chain.Chain;
import dev.analystcopilot.triage.correlate.CaseDraft;
import dev.analystcopilot.triage.correlate.Evidence;
import dev.analystcopilot.triage.feature.Burst;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// What a case looks like to the learnt part of its judgement: numbers of its alerts and its chain that
/// mean the same in every network. No host, rule or account is among them. What the development networks
/// cannot teach (severity, signs, facts, indicators, verdicts) is not here but in [Priors].
public final class CaseFeatures {
    /// In the order of a row's values.
    public static final List<String> NAMES = List.of(
            "threat",
            "max_threat",
            "mean_threat",
            "max_anomaly",
            "mean_anomaly",
            "max_rarity",
            "mean_rarity",
            "max_clarity",
            "clear_share",
            "tactics",
            "steps",
            "effects",
            "beyond_entry",
            "settled",
            "anchors",
            "kinds",
            "alerts",
            "hours");

    /// More of a sign of threat never lowers the probability of an attack; how large, long and wide a case
    /// is, is free.
    static final List<Integer> MONOTONE = List.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 0, 0, 0);

    /// So many kinds of certain threat come near 1.
    private static final double ENOUGH = 4;

    private CaseFeatures() {}

    /// A row of finite values, shape ([#NAMES]).
    public static float[] of(CaseDraft draft, Chain chain) {
        return row(draft, Reached.of(chain), chain.steps().size());
    }

    static float[] row(CaseDraft draft, Reached reached, int steps) {
        List<Evidence> evidence = draft.evidence();
        return new float[] {
            threat(evidence),
            max(evidence, Evidence::threat),
            mean(evidence, Evidence::threat),
            max(evidence, Evidence::anomaly),
            mean(evidence, Evidence::anomaly),
            max(evidence, Evidence::rarity),
            mean(evidence, Evidence::rarity),
            max(evidence, Evidence::clarity),
            mean(evidence, e -> e.clarity() >= Reached.CLEAR_STEP ? 1 : 0),
            reached.tactics().size(),
            steps,
            reached.effects().size(),
            reached.beyondEntry(),
            mean(evidence, Evidence::settled),
            log((double)
                    evidence.stream().map(e -> e.burst().anchor()).distinct().count()),
            log((double) evidence.stream()
                    .map(e -> e.burst().fingerprint())
                    .distinct()
                    .count()),
            log((double) evidence.stream()
                    .map(Evidence::burst)
                    .mapToLong(Burst::size)
                    .sum()),
            log((double) Duration.between(draft.first(), draft.last()).toMinutes() / 60)
        };
    }

    /// As [CaseDraft#score], without what the sources grade: that is [Priors]' to weigh.
    private static float threat(List<Evidence> evidence) {
        Map<String, Float> strongest = new TreeMap<>();
        evidence.forEach(e -> strongest.merge(e.burst().fingerprint(), e.threat(), Math::max));
        double sum = strongest.values().stream()
                .sorted()
                .mapToDouble(Float::doubleValue)
                .sum();
        return (float) (1 - Math.exp(-sum / ENOUGH));
    }

    static int index(String name) {
        return NAMES.indexOf(name);
    }

    private static float max(List<Evidence> evidence, ToDoubleFunction<Evidence> value) {
        return (float) evidence.stream().mapToDouble(value).max().orElse(0);
    }

    private static float mean(List<Evidence> evidence, ToDoubleFunction<Evidence> value) {
        return (float) evidence.stream().mapToDouble(value).average().orElse(0);
    }

    private static float log(double count) {
        return (float) Math.log1p(count);
    }
}
