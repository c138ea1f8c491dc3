package dev.analystcopilot.triage.disposition;

import java.util.LinkedHashMap;
import java.util.Map;

/// Makes scores mean what they say: log-odds times a slope plus an intercept (J. Platt: *Probabilistic
/// Outputs for Support Vector Machines*, 1999), fitted on cases of networks that the scores were not learnt
/// on.
///
/// @param slope above 0
record Calibration(double slope, double intercept) {
    private static final String SLOPE = "calibration_slope";
    private static final String INTERCEPT = "calibration_intercept";
    private static final int ROUNDS = 100;
    /// How strongly the slope is drawn to 1 and the intercept to 0: a few dozen cases are no proof of more.
    private static final double DRAW = 2;

    Calibration {
        if (!(slope > 0) || !Double.isFinite(intercept)) {
            throw new IllegalArgumentException("no calibration: slope " + slope + ", intercept " + intercept);
        }
    }

    double apply(double logOdds) {
        return slope * logOdds + intercept;
    }

    /// Newton's method on the weighted likelihood.
    ///
    /// @param logOdds n scores of cases that the model did not learn from
    /// @param labels n, whether it was an attack
    /// @param weights n
    static Calibration fit(double[] logOdds, boolean[] labels, double[] weights) {
        double a = 1;
        double b = 0;
        for (int round = 0; round < ROUNDS; round++) {
            double ga = DRAW * (a - 1);
            double gb = DRAW * b;
            double haa = DRAW;
            double hbb = DRAW;
            double hab = 0;
            for (int i = 0; i < logOdds.length; i++) {
                double p = 1 / (1 + Math.exp(-(a * logOdds[i] + b)));
                double error = weights[i] * (p - (labels[i] ? 1 : 0));
                double curvature = weights[i] * Math.max(p * (1 - p), 1e-9);
                ga += error * logOdds[i];
                gb += error;
                haa += curvature * logOdds[i] * logOdds[i];
                hab += curvature * logOdds[i];
                hbb += curvature;
            }
            double determinant = haa * hbb - hab * hab;
            double da = (ga * hbb - gb * hab) / determinant;
            double db = (gb * haa - ga * hab) / determinant;
            a = Math.max(0.05, a - da);
            b -= db;
            if (Math.abs(da) + Math.abs(db) < 1e-9) {
                break;
            }
        }
        return new Calibration(a, b);
    }

    Map<String, String> properties() {
        var properties = new LinkedHashMap<String, String>();
        properties.put(SLOPE, Double.toString(slope));
        properties.put(INTERCEPT, Double.toString(intercept));
        return properties;
    }

    /// As the model's file has it; none: scores mean what they say.
    static Calibration of(Map<String, String> properties) {
        return new Calibration(
                Double.parseDouble(properties.getOrDefault(SLOPE, "1")),
                Double.parseDouble(properties.getOrDefault(INTERCEPT, "0")));
    }
}
