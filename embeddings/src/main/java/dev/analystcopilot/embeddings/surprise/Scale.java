package dev.analystcopilot.embeddings.surprise;

import dev.analystcopilot.embeddings.score.TreeEnsemble;
import java.util.Arrays;

/// Where a score of 0.5 lies, and how fast it leaves it.
///
/// @param centre the surprise that one training row in a hundred exceeds
/// @param width from the median of the training rows to the centre
record Scale(float centre, float width) {
    private static final int MOST_ROWS = 10_000;

    static Scale of(TreeEnsemble ensemble, float[][] rows) {
        int count = Math.min(rows.length, MOST_ROWS);
        var surprises = new double[count];
        for (int i = 0; i < count; i++) {
            surprises[i] = ensemble.evaluate(rows[(int) ((long) i * rows.length / count)])[0];
        }
        Arrays.sort(surprises);
        double centre = surprises[(int) (0.99 * (count - 1))];
        return new Scale((float) centre, (float) Math.max(0.1, centre - surprises[count / 2]));
    }

    /// `(1 + z / (1 + |z|)) / 2` with `z = (surprise − centre) / width`: it never reaches 1, so that of two rows far
    /// off the stranger one still comes first.
    float score(float surprise) {
        float z = (surprise - centre) / width;
        return (1 + z / (1 + Math.abs(z))) / 2;
    }
}
