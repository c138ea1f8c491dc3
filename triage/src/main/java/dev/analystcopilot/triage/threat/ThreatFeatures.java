package dev.analystcopilot.triage.threat;

import dev.analystcopilot.triage.feature.Burst;
import dev.analystcopilot.triage.feature.BurstFeatures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What speaks for an attack in a burst: how unusual it is, what its words mean, what shape it has in time, and in
/// whose
/// company it comes. No feature names a host or a rule, and none says when in the scope it happened: attacks in a
/// collection of labelled networks tend to lie at its end, and a model would learn that. All lie in 0–1.
public final class ThreatFeatures {
    private static final List<String> UNUSUAL =
            List.of("pair_rarity", "rule_rarity", "rule_focus", "size_jump", "company");
    private static final List<String> SHAPE = List.of("size", "duration", "regularity");

    /// In the order of the columns of [#rows].
    public static final List<String> NAMES = names();

    /// Of these more never lowers the threat, whatever the rest: what the words say, and an even rhythm.
    private static final List<String> RISING = List.of("words", "regularity");

    private static final double LARGEST = Math.log(10_000);

    private ThreatFeatures() {}

    /// @param bursts all of a scope, in order of time
    /// @return shape (bursts, [#NAMES])
    public static float[][] rows(List<Burst> bursts, BurstFeatures unusual, WordMeanings words) {
        var told = new ArrayList<WordMeaning>(bursts.size());
        bursts.forEach(burst -> told.add(words.of(burst)));
        var kinds = new AlertKinds();
        float[][] rows = new float[bursts.size()][NAMES.size()];
        for (int i = 0; i < rows.length; i++) {
            int at = 0;
            for (String name : UNUSUAL) {
                rows[i][at++] = unusual.rows()[i][BurstFeatures.NAMES.indexOf(name)];
            }
            Burst burst = bursts.get(i);
            double minutes = Duration.between(burst.first(), burst.last()).toSeconds() / 60.0;
            rows[i][at++] = (float) Math.min(1, Math.log(burst.size()) / LARGEST);
            rows[i][at++] = (float) Math.min(1, Math.log1p(minutes) / LARGEST);
            rows[i][at++] = (float) burst.regularity();
            told.get(i).write(rows[i], at);
            kinds.write(burst.sample(), rows[i], at + WordMeaning.NAMES.size());
        }
        int at = UNUSUAL.size() + SHAPE.size() + WordMeaning.NAMES.size() + AlertKinds.NAMES.size();
        PairHistory.write(bursts, rows, at);
        Neighbourhood.write(bursts, unusual, told, rows, at + PairHistory.NAMES.size());
        return rows;
    }

    /// +1 for what never lowers the threat, 0 for what may do either; see
    /// [dev.analystcopilot.embeddings.score.GradientBoosting.Settings].
    public static List<Integer> constraints() {
        return NAMES.stream().map(name -> RISING.contains(name) ? 1 : 0).toList();
    }

    private static List<String> names() {
        var names = new ArrayList<>(UNUSUAL);
        names.addAll(SHAPE);
        names.addAll(WordMeaning.NAMES);
        names.addAll(AlertKinds.NAMES);
        names.addAll(PairHistory.NAMES);
        names.addAll(Neighbourhood.NAMES);
        return List.copyOf(names);
    }
}
