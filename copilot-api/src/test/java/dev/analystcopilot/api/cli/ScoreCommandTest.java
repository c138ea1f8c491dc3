package dev.analystcopilot.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreCommandTest {
    @TempDir
    Path folder;

    @Test
    void writesOneLineForEachRow() throws IOException {
        String row = "0,tcp,http,SF,181,5450" + ",0".repeat(35);
        Path rows = Files.write(folder.resolve("rows.csv"), Collections.nCopies(3, row));
        Path out = folder.resolve("new/scores.jsonl");

        assertThat(run("score", "--format", "kdd", rows.toString(), "--out", out.toString()))
                .isZero();
        assertThat(Files.readAllLines(out)).hasSize(3).first().asString().startsWith("{\"line\":1,\"anomaly\":0.");
    }

    @Test
    void whatIsNoTableIsNamed() throws IOException {
        Path rows = Files.writeString(folder.resolve("rows.csv"), "one,two\n");

        assertThat(run(
                        "score",
                        "--format",
                        "kdd",
                        rows.toString(),
                        "--out",
                        folder.resolve("o").toString()))
                .isEqualTo(2);
    }

    private static int run(String... arguments) {
        return Copilot.commandLine()
                .setOut(new PrintWriter(new StringWriter(), true))
                .setErr(new PrintWriter(new StringWriter(), true))
                .execute(arguments);
    }
}
