package dev.analystcopilot.eval.anomaly;

import dev.analystcopilot.triage.table.Column;
import dev.analystcopilot.triage.table.TableEncoder;
import dev.analystcopilot.triage.table.TableFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Rows to score, the rows to learn from, and the truth, which only the metrics see.
///
/// @param wanted n, whether the row is an attack
record AnomalySet(String name, List<Column> columns, List<String[]> fit, List<String[]> rows, List<Boolean> wanted) {
    private static final String TRAIN = "kdd_train_normal.csv";

    static final List<String> NAMES =
            List.of("kdd_test", "kdd_test_rare", "zeek_008", "zeek_008_rare", "zeek_010", "zeek_010_rare");

    /// NSL-KDD learns from normal rows of the other half, Zeek from the log itself.
    static AnomalySet read(Path measure, String name) {
        boolean kdd = name.startsWith("kdd");
        TableFormat format = kdd ? TableFormat.KDD : TableFormat.ZEEK;
        Path folder = measure.resolve("anomaly");
        List<String[]> rows = new ArrayList<>();
        List<Column> columns =
                format.read(folder.resolve(name + (kdd ? ".csv" : ".log")), (record, row) -> rows.add(row));
        List<String[]> fit = rows;
        if (kdd) {
            fit = new ArrayList<>();
            List<String[]> normal = fit;
            format.read(folder.resolve(TRAIN), (record, row) -> normal.add(row));
        }
        return new AnomalySet(name, columns, fit, rows, truth(measure.resolve("truth/anomaly/" + name + ".jsonl")));
    }

    private static List<Boolean> truth(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.map(line -> line.contains("\"y\": 1")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the truth " + file, e);
        }
    }

    TableEncoder encoder() {
        var survey = new TableEncoder.Survey();
        fit.forEach(survey::see);
        return survey.encoder(columns);
    }

    static float[][] encoded(TableEncoder encoder, List<String[]> rows) {
        return rows.stream().map(encoder::encode).toArray(float[][]::new);
    }

    boolean[] wantedRows() {
        var array = new boolean[wanted.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = wanted.get(i);
        }
        return array;
    }
}
