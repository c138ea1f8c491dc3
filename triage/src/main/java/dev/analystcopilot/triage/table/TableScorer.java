package dev.analystcopilot.triage.table;

import dev.analystcopilot.embeddings.score.OnnxScorer;
import dev.analystcopilot.embeddings.surprise.SurpriseTraining;
import dev.analystcopilot.embeddings.surprise.SurpriseTrees;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Scores the records of a table by how surprising their values are together, given the records it was fitted on. Runs
/// as ONNX.
public final class TableScorer implements AutoCloseable {
    private static final int BATCH = 4_096;
    /// Of a longer table so many records, at even distances, are learnt from.
    private static final int MOST_RECORDS = 60_000;

    private final TableFormat format;
    private final TableEncoder encoder;
    private final OnnxScorer scorer;

    private TableScorer(TableFormat format, TableEncoder encoder, OnnxScorer scorer) {
        this.format = format;
        this.encoder = encoder;
        this.scorer = scorer;
    }

    /// Takes the scores in the order of the records.
    @FunctionalInterface
    public interface Sink {
        /// @param record its number in the file, from 1; lines that are no records do not count
        /// @param anomaly 0 to 1
        void accept(int record, float anomaly);
    }

    /// Fits a model on the records of a file; none of them has to be labelled, most of them should be everyday.
    ///
    /// @throws TableException if it holds no records of this format
    public static TableScorer fit(TableFormat format, Path file) {
        var survey = new TableEncoder.Survey();
        var seen = new int[1];
        List<Column> columns = format.read(file, (record, values) -> {
            survey.see(values);
            seen[0] = record;
        });
        if (seen[0] == 0) {
            throw new TableException(file + " holds no records");
        }
        TableEncoder encoder = survey.encoder(columns);
        int step = 1 + (seen[0] - 1) / MOST_RECORDS;
        List<float[]> rows = new ArrayList<>();
        format.read(file, (record, values) -> {
            if ((record - 1) % step == 0) {
                rows.add(encoder.encode(values));
            }
        });
        SurpriseTrees trees = SurpriseTraining.train(
                rows.toArray(float[][]::new),
                encoder.names(),
                encoder.categories(),
                SurpriseTraining.Settings.defaults());
        return new TableScorer(format, encoder, OnnxScorer.open(trees.onnx(Map.of("rows", "" + rows.size()))));
    }

    /// Scores the records of a file, in order.
    ///
    /// @return how many there were
    public int score(Path file, Sink sink) {
        List<float[]> batch = new ArrayList<>();
        var done = new int[1];
        format.read(file, (record, values) -> {
            batch.add(encoder.encode(values));
            if (batch.size() == BATCH) {
                done[0] += flush(batch, done[0], sink);
            }
        });
        done[0] += flush(batch, done[0], sink);
        return done[0];
    }

    private int flush(List<float[]> batch, int before, Sink sink) {
        float[] scores = scorer.score(batch.toArray(float[][]::new));
        for (int i = 0; i < scores.length; i++) {
            sink.accept(before + i + 1, scores[i]);
        }
        batch.clear();
        return scores.length;
    }

    /// Names the model: a hash of its ONNX file.
    public String version() {
        return scorer.version();
    }

    @Override
    public void close() {
        scorer.close();
    }
}
