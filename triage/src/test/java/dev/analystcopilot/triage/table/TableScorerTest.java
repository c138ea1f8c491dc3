package dev.analystcopilot.triage.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableScorerTest {
    private static final String HEAD = "#separator \\x09\n#fields\tts\tuid\tid.orig_h\tproto\tduration\tlabel\n"
            + "#types\ttime\tstring\taddr\tstring\tinterval\tstring\n";

    @TempDir
    Path folder;

    @Test
    void theStrangestRecordOfALogStandsOut() throws IOException {
        var log = new StringBuilder(HEAD);
        for (int i = 0; i < 300; i++) {
            boolean odd = i == 123;
            log.append("%d.5\tC%d\t10.0.0.%d\t%s\t%s\tBenign\n"
                    .formatted(i, i, i % 3, i % 2 == 0 || odd ? "udp" : "tcp", i % 2 == 0 ? "-" : "" + (2 + i % 5)));
        }
        Path file = Files.writeString(folder.resolve("conn.log"), log);

        float[] scores = scores(TableFormat.ZEEK, file, file);

        assertThat(scores).hasSize(300);
        assertThat(indexOfLargest(scores)).isEqualTo(123);
    }

    @Test
    void labelsAndTimesAreNotRead() throws IOException {
        Path file = Files.writeString(folder.resolve("conn.log"), HEAD + "1\tC1\t10.0.0.1\tudp\t3\tMalicious\n");

        assertThat(TableFormat.ZEEK.read(file, (record, values) -> {}))
                .extracting(Column::name)
                .containsExactly("uid", "id.orig_h", "proto", "duration");
    }

    @Test
    void wordsNeverSeenAndMissingAmountsAreNoErrors() throws IOException {
        Path fit = kdd("fit.csv", 200, "tcp", "5");
        Path other = kdd("other.csv", 1, "sctp", "-");

        assertThat(scores(TableFormat.KDD, fit, other)[0]).isBetween(0.5f, 1f);
    }

    @Test
    void theSameFilesGiveTheSameModel() throws IOException {
        Path fit = kdd("fit.csv", 50, "tcp", "5");
        try (var one = TableScorer.fit(TableFormat.KDD, fit);
                var other = TableScorer.fit(TableFormat.KDD, fit)) {
            assertThat(one.version()).isEqualTo(other.version());
        }
    }

    @Test
    void aRecordWithTooFewValuesIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("short.csv"), "0,tcp,http\n");

        assertThatThrownBy(() -> TableScorer.fit(TableFormat.KDD, file))
                .isInstanceOf(TableException.class)
                .hasMessageContaining("record 1: 3 values, 41 needed");
    }

    private Path kdd(String name, int rows, String protocol, String seconds) throws IOException {
        var lines = new ArrayList<String>();
        for (int i = 0; i < rows; i++) {
            lines.add(seconds + "," + protocol + ",http,SF," + (200 + i % 7) + ",0".repeat(36));
        }
        return Files.write(folder.resolve(name), lines);
    }

    private static float[] scores(TableFormat format, Path fit, Path file) {
        List<Float> scores = new ArrayList<>();
        try (var scorer = TableScorer.fit(format, fit)) {
            scorer.score(file, (record, anomaly) -> {
                assertThat(record).isEqualTo(scores.size() + 1);
                scores.add(anomaly);
            });
        }
        var array = new float[scores.size()];
        for (int i = 0; i < array.length; i++) {
            array[i] = scores.get(i);
        }
        return array;
    }

    private static int indexOfLargest(float[] scores) {
        int largest = 0;
        for (int i = 1; i < scores.length; i++) {
            largest = scores[i] > scores[largest] ? i : largest;
        }
        return largest;
    }
}
