package dev.analystcopilot.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.triage.anomaly.ForestModel;
import dev.analystcopilot.triage.model.ModelFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainAnomalyCommandTest {
    @TempDir
    Path folder;

    @Test
    void writesAModelThatTriageReads() throws IOException {
        Path alerts = alerts();

        int code = run(
                "train",
                "anomaly",
                "--data",
                alerts.toString(),
                "--format",
                "ait-ads",
                "--out",
                folder.toString(),
                "--about",
                "licence=none");

        ModelFile file = ModelFile.read(folder.resolve("anomaly.onnx"));
        try (var model = ForestModel.of(file)) {
            assertThat(code).isZero();
            assertThat(file.card()).contains("\"licence\":\"none\"", "\"alerts\":\"60\"");
            assertThat(model.score(new float[][] {new float[model.featureNames().size()]})[0])
                    .isBetween(0f, 1f);
        }
    }

    @Test
    void withoutAlertsAndTenantThereIsNothingToDo() {
        assertThat(run("train", "anomaly", "--out", folder.toString())).isEqualTo(2);
    }

    private Path alerts() throws IOException {
        List<String> lines = new ArrayList<>(List.of("time,name,ip,host,short"));
        for (int i = 0; i < 60; i++) {
            lines.add(
                    "%d,Wazuh: Rule %d,10.0.0.%d,host-%d,W-X".formatted(1_642_723_347 + i * 700, i % 5, i % 3, i % 3));
        }
        return Files.write(folder.resolve("alerts.csv"), lines);
    }

    private static int run(String... arguments) {
        return Copilot.commandLine()
                .setOut(new PrintWriter(new StringWriter(), true))
                .setErr(new PrintWriter(new StringWriter(), true))
                .execute(arguments);
    }
}
