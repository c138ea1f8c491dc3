package dev.analystcopilot.triage.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BinomialBoundTest {
    private static final int RUNS = 20_000;

    @Test
    void agreesWithThePublishedTables() {
        // Clopper and Pearson, one-sided 95 %: 0 of 10, 1 of 20, and the "rule of three".
        assertThat(BinomialBound.upper(0, 10, 0.95)).isCloseTo(0.2589, within(5e-5));
        assertThat(BinomialBound.upper(1, 20, 0.95)).isCloseTo(0.2161, within(5e-5));
        assertThat(BinomialBound.upper(0, 299, 0.95)).isCloseTo(1 - Math.pow(0.05, 1 / 299.0), within(1e-12));
    }

    @Test
    void onePerCentTakesTwoHundredAndNinetyNineLabelsWithoutAMiss() {
        assertThat(BinomialBound.leastTrials(0, 0.01, 0.95)).isEqualTo(299);
        assertThat(BinomialBound.leastTrials(1, 0.01, 0.95)).isEqualTo(473);
        assertThat(BinomialBound.leastTrials(2, 0.01, 0.95)).isEqualTo(628);
    }

    @Test
    void coversTheTrueRateAsOftenAsItSays() {
        var random = new Random(41);
        for (double rate : new double[] {0.002, 0.01, 0.05, 0.3}) {
            int below = 0;
            for (int run = 0; run < RUNS; run++) {
                int happened = 0;
                for (int trial = 0; trial < 60; trial++) {
                    happened += random.nextDouble() < rate ? 1 : 0;
                }
                below += bound60(happened) < rate ? 1 : 0;
            }
            // Three standard errors of the simulation above the promised 5 %.
            assertThat(below / (double) RUNS)
                    .as("share of samples whose bound lies below the true rate %s", rate)
                    .isLessThanOrEqualTo(0.05 + 3 * Math.sqrt(0.05 * 0.95 / RUNS));
        }
    }

    private static final double[] BOUNDS = new double[61];

    private static double bound60(int happened) {
        if (BOUNDS[happened] == 0) {
            BOUNDS[happened] = BinomialBound.upper(happened, 60, 0.95);
        }
        return BOUNDS[happened];
    }

    @Property(tries = 300)
    void theUpperBoundIsTheRateAtWhichSoFewHaveTheRestOfTheChance(
            @ForAll @IntRange(min = 1, max = 400) int trials,
            @ForAll @DoubleRange(min = 0, max = 0.99) double share,
            @ForAll @DoubleRange(min = 0.5, max = 0.99) double confidence) {
        int happened = (int) (share * trials);
        double bound = BinomialBound.upper(happened, trials, confidence);

        assertThat(atMost(happened, trials, bound)).isCloseTo(1 - confidence, within(1e-6));
    }

    @Property(tries = 300)
    void boundsLieAroundWhatWasSeenAndShrinkWithMoreTrials(
            @ForAll @IntRange(min = 1, max = 5_000) int trials, @ForAll @DoubleRange(min = 0, max = 1) double share) {
        int happened = (int) (share * trials);
        double seen = happened / (double) trials;

        assertThat(BinomialBound.lower(happened, trials, 0.95)).isLessThanOrEqualTo(seen);
        assertThat(BinomialBound.upper(happened, trials, 0.95)).isGreaterThanOrEqualTo(seen);
        assertThat(BinomialBound.upper(happened, trials + 1L, 0.95))
                .isLessThanOrEqualTo(BinomialBound.upper(happened, trials, 0.95));
    }

    @Test
    void whatIsNoCountIsRefused() {
        assertThatThrownBy(() -> BinomialBound.upper(3, 2, 0.95)).isInstanceOf(IllegalArgumentException.class);
    }

    /// The probability of at most so many, summed up term by term.
    private static double atMost(int happened, int trials, double rate) {
        double sum = 0;
        double logTerm = trials * Math.log1p(-rate);
        for (int k = 0; k <= happened; k++) {
            sum += Math.exp(logTerm);
            logTerm += Math.log(trials - k) - Math.log(k + 1) + Math.log(rate) - Math.log1p(-rate);
        }
        return sum;
    }
}
