package dev.analystcopilot.embeddings.surprise;

import java.util.Arrays;
import java.util.TreeSet;

/// Cuts a column's values into bins of about equal numbers of rows, with finer ones at both ends, where the unusual
/// lies. The first bin is below everything seen, the last one above: both are empty in training.
///
/// @param cuts ascending; a value's bin is the number of cuts below it
@SuppressWarnings("ArrayRecordComponent") // made once for each column, never changed
record ColumnCuts(float[] cuts) {
    private static final double[] TAILS = {.001, .005, .01, .02, .98, .99, .995, .999};

    /// @param each every value seen gets a bin of its own: for codes that are no amounts
    static ColumnCuts of(float[] values, int bins, boolean each) {
        float[] sorted = values.clone();
        Arrays.sort(sorted);
        var cuts = new TreeSet<Float>();
        cuts.add(Math.nextDown(sorted[0]));
        cuts.add(sorted[sorted.length - 1]);
        if (each) {
            for (int i = 1; i < sorted.length; i++) {
                addBetween(cuts, sorted, i);
            }
        } else {
            for (int b = 1; b < bins; b++) {
                around(cuts, sorted, (double) b / bins);
            }
            for (double tail : TAILS) {
                around(cuts, sorted, tail);
            }
        }
        var array = new float[cuts.size()];
        int at = 0;
        for (float cut : cuts) {
            array[at++] = cut;
        }
        return new ColumnCuts(array);
    }

    /// The value at this quantile gets a cut on either side: often it is the one value that most rows have.
    private static void around(TreeSet<Float> cuts, float[] sorted, double quantile) {
        int at = (int) Math.min(sorted.length - 1, Math.floor(quantile * sorted.length));
        int up = at;
        while (up < sorted.length && sorted[up] == sorted[at]) {
            up++;
        }
        int first = at;
        while (first > 0 && sorted[first - 1] == sorted[at]) {
            first--;
        }
        if (up < sorted.length) {
            addBetween(cuts, sorted, up);
        }
        if (first > 0) {
            addBetween(cuts, sorted, first);
        }
    }

    private static void addBetween(TreeSet<Float> cuts, float[] sorted, int above) {
        float low = sorted[above - 1];
        float high = sorted[above];
        if (low < high) {
            float middle = (float) (((double) low + high) / 2);
            cuts.add(middle < high ? Math.max(low, middle) : low);
        }
    }

    int bins() {
        return cuts.length + 1;
    }

    int bin(float value) {
        int at = Arrays.binarySearch(cuts, value);
        return at < 0 ? -at - 1 : at;
    }
}
