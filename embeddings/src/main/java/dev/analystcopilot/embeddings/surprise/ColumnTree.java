package dev.analystcopilot.embeddings.surprise;

import dev.analystcopilot.embeddings.score.Tree;
import org.jspecify.annotations.Nullable;

/// Grows the tree of one column: it splits the rows by the other columns so that the column's bins become as certain as
/// can be, and ends in the share p of each bin, as how much more surprising it is than usual there:
///
///     (−ln p − H) / √(V + 1)
///
/// with H the mean and V the variance of −ln p over the leaf's own shares, so that a column that nobody can predict
/// says little, and one that always follows from the others says much.
///
/// A leaf of few rows leans on the shares of the node above it, that one on the node above it, and so on: a bin never
/// seen in a leaf is less surprising if it is common next door. Above the root stand the shares of all rows, half a row
/// added to each bin.
final class ColumnTree {
    private static final double LEAST_GAIN = 3;
    private static final double CERTAIN = 1e-9;

    private final int[][] bins;
    private final ColumnCuts[] columns;
    private final int target;
    private final SurpriseTraining.Settings settings;
    private final float factor;

    /// @param bins   each row's bins, shape (columns, rows)
    /// @param factor what surprise is multiplied with
    ColumnTree(int[][] bins, ColumnCuts[] columns, int target, SurpriseTraining.Settings settings, float factor) {
        this.bins = bins;
        this.columns = columns;
        this.target = target;
        this.settings = settings;
        this.factor = factor;
    }

    Tree grow() {
        int rows = bins[target].length;
        var all = new int[rows];
        var counts = new double[columns[target].bins()];
        for (int i = 0; i < rows; i++) {
            all[i] = i;
            counts[bins[target][i]]++;
        }
        var prior = new double[counts.length];
        for (int b = 0; b < prior.length; b++) {
            prior[b] = (counts[b] + 0.5) / (rows + 0.5 * prior.length);
        }
        return grow(all, prior, settings.depth());
    }

    private record Split(int column, int cut, double gain) {}

    private Tree grow(int[] members, double[] above, int depth) {
        var counts = new double[columns[target].bins()];
        for (int i : members) {
            counts[bins[target][i]]++;
        }
        var shares = new double[counts.length];
        for (int b = 0; b < shares.length; b++) {
            shares[b] = (counts[b] + settings.lean() * above[b]) / (members.length + settings.lean());
        }
        double disorder = disorder(counts, members.length);
        Split split = depth == 0 || members.length < 2 * settings.leastLeaf() || disorder < CERTAIN
                ? null
                : best(members, counts, disorder);
        if (split == null) {
            return leaves(excess(shares), 0, shares.length - 1);
        }
        int[] column = bins[split.column()];
        int lefts = 0;
        for (int i : members) {
            lefts += column[i] <= split.cut() ? 1 : 0;
        }
        var left = new int[lefts];
        var right = new int[members.length - lefts];
        int l = 0;
        int r = 0;
        for (int i : members) {
            if (column[i] <= split.cut()) {
                left[l++] = i;
            } else {
                right[r++] = i;
            }
        }
        return Tree.split(
                split.column(),
                columns[split.column()].cuts()[split.cut()],
                grow(left, shares, depth - 1),
                grow(right, shares, depth - 1));
    }

    private @Nullable Split best(int[] members, double[] counts, double disorder) {
        Split best = null;
        for (int c = 0; c < columns.length; c++) {
            if (c != target) {
                Split split = best(members, counts, disorder, c, best == null ? LEAST_GAIN : best.gain());
                best = split == null ? best : split;
            }
        }
        return best;
    }

    private @Nullable Split best(int[] members, double[] counts, double disorder, int column, double least) {
        int[] values = bins[column];
        int[] wanted = bins[target];
        var table = new int[columns[column].bins()][];
        var sizes = new int[table.length];
        for (int i : members) {
            int value = values[i];
            if (table[value] == null) {
                table[value] = new int[counts.length];
            }
            table[value][wanted[i]]++;
            sizes[value]++;
        }
        var left = new double[counts.length];
        var right = counts.clone();
        int size = 0;
        Split best = null;
        double most = least;
        for (int cut = 0; cut < table.length - 1; cut++) {
            if (table[cut] == null) {
                continue;
            }
            for (int b = 0; b < left.length; b++) {
                left[b] += table[cut][b];
                right[b] -= table[cut][b];
            }
            size += sizes[cut];
            if (members.length - size < settings.leastLeaf()) {
                break;
            }
            if (size >= settings.leastLeaf()) {
                double gain = disorder - disorder(left, size) - disorder(right, members.length - size);
                if (gain > most) {
                    most = gain;
                    best = new Split(column, cut, gain);
                }
            }
        }
        return best;
    }

    /// Entropy times rows: n ln n − Σ c ln c.
    private static double disorder(double[] counts, int rows) {
        double sum = rows == 0 ? 0 : rows * Math.log(rows);
        for (double count : counts) {
            sum -= count > 0 ? count * Math.log(count) : 0;
        }
        return sum;
    }

    /// The target's own bins from `from` to `to`, halved until each stands alone.
    private Tree leaves(float[] excess, int from, int to) {
        boolean same = true;
        for (int b = from + 1; b <= to; b++) {
            same &= excess[b] == excess[from];
        }
        if (same) {
            return Tree.leaf(excess[from]);
        }
        int middle = (from + to) >>> 1;
        Tree left = leaves(excess, from, middle);
        Tree right = leaves(excess, middle + 1, to);
        return Tree.split(target, columns[target].cuts()[middle], left, right);
    }

    private float[] excess(double[] shares) {
        double mean = 0;
        double squares = 0;
        for (double share : shares) {
            double log = Math.log(share);
            mean -= share * log;
            squares += share * log * log;
        }
        double spread = Math.sqrt(Math.max(0, squares - mean * mean) + 1);
        var excess = new float[shares.length];
        for (int b = 0; b < excess.length; b++) {
            excess[b] = (float) ((-Math.log(shares[b]) - mean) / spread * factor);
        }
        return excess;
    }
}
