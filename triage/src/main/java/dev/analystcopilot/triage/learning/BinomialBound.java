package dev.analystcopilot.triage.learning;

import org.apache.commons.statistics.distribution.BetaDistribution;

/// Exact one-sided bounds of a rate, from how often something happened in a number of independent trials.
///
/// C. J. Clopper, E. S. Pearson: *The Use of Confidence or Fiducial Limits Illustrated in the Case of the Binomial*,
/// Biometrika 26, 1934. The upper bound is the rate at which seeing so few would have the probability 1 − confidence:
/// the quantile of a beta distribution. It is below the true rate in at most that share of samples, whatever the rate
/// and however few the trials. Where trials differ in their rates it holds for their mean: the sum then varies less
/// than a binomial one (W. Hoeffding: *On the Distribution of the Number of Successes in Independent Trials*, 1956).
public final class BinomialBound {
    private static final long MOST_TRIALS = 10_000_000;

    private BinomialBound() {}

    /// The highest rate that is still believable.
    ///
    /// @param happened 0 to trials
    /// @param confidence above 0 and below 1, such as 0.95
    public static double upper(long happened, long trials, double confidence) {
        check(happened, trials, confidence);
        return happened == trials
                ? 1
                : BetaDistribution.of(happened + 1.0, (double) (trials - happened))
                        .inverseCumulativeProbability(confidence);
    }

    /// The lowest rate that is still believable.
    public static double lower(long happened, long trials, double confidence) {
        check(happened, trials, confidence);
        return happened == 0
                ? 0
                : BetaDistribution.of((double) happened, trials - happened + 1.0)
                        .inverseCumulativeProbability(1 - confidence);
    }

    /// How many trials it takes until so few happenings prove a rate of at most this.
    ///
    /// @param rate above 0 and below 1
    public static long leastTrials(long happened, double rate, double confidence) {
        if (!(rate > 0 && rate < 1)) {
            throw new IllegalArgumentException("a rate to prove lies between 0 and 1, not at " + rate);
        }
        long low = happened;
        long high = Math.max(1, happened);
        while (upper(happened, high, confidence) > rate) {
            low = high;
            high *= 2;
            if (high > MOST_TRIALS) {
                throw new IllegalArgumentException("no number of trials that people could make proves " + rate);
            }
        }
        while (high - low > 1) {
            long middle = (low + high) >>> 1;
            if (middle > 0 && upper(happened, middle, confidence) <= rate) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return high;
    }

    private static void check(long happened, long trials, double confidence) {
        if (happened < 0 || happened > trials) {
            throw new IllegalArgumentException(happened + " of " + trials + " is no count");
        }
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("a confidence lies between 0 and 1, not at " + confidence);
        }
    }
}
