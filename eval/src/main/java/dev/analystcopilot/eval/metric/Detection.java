package dev.analystcopilot.eval.metric;

import java.util.Comparator;
import java.util.stream.IntStream;

/// How well scores tell what is wanted from the rest. The definitions are those of the measuring rod: equal scores form
/// one step, so that ties bring no luck.
public final class Detection {
    private final double[] scores;
    private final boolean[] wanted;
    private final int[] order;
    private final int positives;

    /// @param scores one for each row, more is more suspicious
    /// @param wanted n, whether the row is what is looked for; at least one is and one is not
    public Detection(float[] scores, boolean[] wanted) {
        if (scores.length != wanted.length) {
            throw new IllegalArgumentException("%d scores for %d rows".formatted(scores.length, wanted.length));
        }
        this.scores =
                IntStream.range(0, scores.length).mapToDouble(i -> scores[i]).toArray();
        this.wanted = wanted.clone();
        this.positives =
                (int) IntStream.range(0, wanted.length).filter(i -> wanted[i]).count();
        if (positives == 0 || positives == wanted.length) {
            throw new IllegalArgumentException("all rows are of one kind");
        }
        this.order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -this.scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /// The area under the ROC curve; ties count half.
    public double auc() {
        double area = 0;
        double found = 0;
        for (int from = 0, to; from < order.length; from = to) {
            to = stepEnd(from);
            double hits = hits(from, to);
            area += (to - from - hits) * (found + hits / 2);
            found += hits;
        }
        return area / ((double) positives * (order.length - positives));
    }

    /// The sum of precision times recall's step over the thresholds.
    public double averagePrecision() {
        double sum = 0;
        double found = 0;
        for (int from = 0, to; from < order.length; from = to) {
            to = stepEnd(from);
            double hits = hits(from, to);
            found += hits;
            sum += hits / positives * (found / to);
        }
        return sum;
    }

    /// The share of what is wanted among the highest scores, for a budget that is this share of all rows, rounded up;
    /// ties at its edge are shared out.
    public double recallWithin(double share) {
        int budget = Math.max(1, (int) Math.ceil(share * order.length));
        double found = 0;
        for (int from = 0, to; from < budget; from = to) {
            to = stepEnd(from);
            double taken = Math.min(1, (double) (budget - from) / (to - from));
            found += hits(from, to) * taken;
        }
        return found / positives;
    }

    private int stepEnd(int from) {
        int to = from;
        while (to < order.length && scores[order[to]] == scores[order[from]]) {
            to++;
        }
        return to;
    }

    private double hits(int from, int to) {
        int hits = 0;
        for (int i = from; i < to; i++) {
            hits += wanted[order[i]] ? 1 : 0;
        }
        return hits;
    }
}
