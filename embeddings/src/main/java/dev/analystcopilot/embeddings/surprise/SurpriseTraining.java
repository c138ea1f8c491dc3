package dev.analystcopilot.embeddings.surprise;

import dev.analystcopilot.embeddings.score.Tree;
import dev.analystcopilot.embeddings.score.TreeEnsemble;
import dev.analystcopilot.embeddings.score.TreeEnsemble.Aggregate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Fits [SurpriseTrees] on rows that are mostly everyday. There is no chance in it: the same rows in the same
/// order give
/// the same model.
public final class SurpriseTraining {
    /// More rows than these teach little more: of a longer table so many are taken, at even distances.
    private static final int MOST_ROWS = 60_000;

    private SurpriseTraining() {}

    /// @param codings in how many bins the columns are cut; one tree of each column for each of them, since where a cut
    ///     falls is chance
    /// @param depth how many questions about other columns lead to a leaf at most
    /// @param leastLeaf the rows that a leaf must hold
    /// @param lean how many rows the shares of the node above count for
    public record Settings(List<Integer> codings, int depth, int leastLeaf, double lean) {
        public Settings {
            codings = List.copyOf(codings);
            if (codings.isEmpty()
                    || codings.stream().anyMatch(bins -> bins < 2)
                    || depth < 0
                    || leastLeaf < 1
                    || !(lean > 0)) {
                throw new IllegalArgumentException("no way to cut columns: " + codings + ", depth " + depth);
            }
        }

        /// Chosen on everyday rows alone: those that tell rows held out best from the same rows with some values put in
        /// from other rows. `docs/adr/0017` has the figures.
        public static Settings defaults() {
            return new Settings(List.of(12, 16, 20), 8, 10, 1);
        }
    }

    /// @param rows       at least one, shape (n, names)
    /// @param categories the columns whose values are codes, not amounts
    /// @throws IllegalArgumentException if there is no row, or a row has another length or a value that
    ///     is not finite
    public static SurpriseTrees train(float[][] rows, List<String> names, Set<Integer> categories, Settings settings) {
        if (rows.length == 0) {
            throw new IllegalArgumentException("no rows to learn from");
        }
        for (float[] row : rows) {
            if (row.length != names.size()) {
                throw new IllegalArgumentException("%d values for %d features".formatted(row.length, names.size()));
            }
        }
        float[][] columns = columns(rows, names.size());
        List<Tree> trees = new ArrayList<>();
        float share = 1f / settings.codings().size();
        for (int bins : settings.codings()) {
            trees.addAll(trees(columns, bins, categories, settings, share));
        }
        var ensemble = new TreeEnsemble(names.size(), 1, Aggregate.SUM, trees);
        return new SurpriseTrees(names, ensemble, medians(columns), Scale.of(ensemble, rows), settings);
    }

    private static float[][] columns(float[][] rows, int features) {
        int count = Math.min(rows.length, MOST_ROWS);
        var columns = new float[features][count];
        for (int i = 0; i < count; i++) {
            float[] row = rows[(int) ((long) i * rows.length / count)];
            for (int c = 0; c < features; c++) {
                if (!Float.isFinite(row[c])) {
                    throw new IllegalArgumentException("a value is not a finite number: " + row[c]);
                }
                columns[c][i] = row[c];
            }
        }
        return columns;
    }

    private static List<Tree> trees(
            float[][] columns, int bins, Set<Integer> categories, Settings settings, float share) {
        var cuts = new ColumnCuts[columns.length];
        var coded = new int[columns.length][];
        for (int c = 0; c < columns.length; c++) {
            cuts[c] = ColumnCuts.of(columns[c], bins, categories.contains(c));
            coded[c] = new int[columns[c].length];
            for (int i = 0; i < coded[c].length; i++) {
                coded[c][i] = cuts[c].bin(columns[c][i]);
            }
        }
        List<Tree> trees = new ArrayList<>();
        for (int c = 0; c < columns.length; c++) {
            trees.add(new ColumnTree(coded, cuts, c, settings, share).grow());
        }
        return trees;
    }

    private static float[] medians(float[][] columns) {
        var medians = new float[columns.length];
        for (int c = 0; c < columns.length; c++) {
            float[] sorted = columns[c].clone();
            Arrays.sort(sorted);
            medians[c] = sorted[sorted.length / 2];
        }
        return medians;
    }
}
