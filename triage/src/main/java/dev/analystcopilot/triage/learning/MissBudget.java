package dev.analystcopilot.triage.learning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Decides from which confidence on a case that triage sets aside may be closed without a look: only where this team's
/// own verdicts prove that of those closed at most a small share are attacks.
///
/// Thresholds are tried from the strictest downwards, starting at the first that has enough labels for a proof at all,
/// and stopping at the first that fails. Where the start does not depend on what the labels say and the order is fixed,
/// the chance that any threshold passes wrongly is no higher than for a single one (fixed-sequence testing, as in
/// A. Angelopoulos et al.: *Learn then Test*, 2021). No labels, no closing.
///
/// @param mostMissed the share of attacks among what is closed that is put up with, such as 0.01
/// @param confidence of the proof, such as 0.95
public record MissBudget(double mostMissed, double confidence) {
    /// At most 1 % missed, with 95 % confidence.
    public static final MissBudget DEFAULT = new MissBudget(0.01, 0.95);

    /// Confidences of the disposition that a threshold may lie at, the strictest first: fixed beforehand.
    static final List<Double> THRESHOLDS = thresholds();

    public MissBudget {
        if (!(mostMissed > 0 && mostMissed < 1) || !(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("a miss budget is a share with a confidence, both between 0 and 1");
        }
    }

    private static List<Double> thresholds() {
        var all = new ArrayList<Double>();
        for (int i = 99; i >= 50; i--) {
            all.add(i / 100.0);
        }
        return List.copyOf(all);
    }

    /// A thing that triage would set aside and that a person judged.
    ///
    /// @param confidence that triage had in setting it aside, 0–1
    /// @param missed whether the person says that it is an attack
    public record Label(double confidence, boolean missed) {
        public Label {
            if (!(confidence >= 0 && confidence <= 1)) {
                throw new IllegalArgumentException("a confidence lies in 0 to 1, not at " + confidence);
            }
        }
    }

    /// What the labels allow.
    public sealed interface Allowance {
        /// How many labels there are in all.
        int labels();
    }

    /// What reaches the threshold may be closed.
    ///
    /// @param proven labels that reach the threshold
    /// @param missed of these, how many were attacks
    /// @param bound the share of attacks is at most this
    public record MayClose(int labels, double threshold, int proven, int missed, double bound) implements Allowance {}

    /// Nothing may be closed.
    ///
    /// @param missed attacks among the labels that come nearest to a proof
    /// @param more how many further labels without a miss it takes, at least
    public record MayNotClose(int labels, int missed, long more) implements Allowance {}

    public Allowance allowance(Collection<Label> labels) {
        long needed = BinomialBound.leastTrials(0, mostMissed, confidence);
        MayClose allowed = null;
        for (double threshold : THRESHOLDS) {
            List<Label> reaching = labels.stream()
                    .filter(label -> label.confidence() >= threshold)
                    .toList();
            if (reaching.size() < needed) {
                continue;
            }
            int missed = (int) reaching.stream().filter(Label::missed).count();
            double bound = BinomialBound.upper(missed, reaching.size(), confidence);
            if (bound > mostMissed) {
                break;
            }
            allowed = new MayClose(labels.size(), threshold, reaching.size(), missed, bound);
        }
        return allowed == null ? notYet(labels) : allowed;
    }

    /// What the labels at the lowest threshold lack.
    private MayNotClose notYet(Collection<Label> labels) {
        double lowest = THRESHOLDS.getLast();
        List<Label> counted =
                labels.stream().filter(label -> label.confidence() >= lowest).toList();
        int missed = (int) counted.stream().filter(Label::missed).count();
        long needed = BinomialBound.leastTrials(missed, mostMissed, confidence);
        return new MayNotClose(labels.size(), missed, Math.max(1, needed - counted.size()));
    }
}
