package dev.analystcopilot.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.eval.Measured;
import dev.analystcopilot.eval.ResultTable;
import dev.analystcopilot.eval.Row;
import dev.analystcopilot.eval.Score;
import dev.analystcopilot.eval.SuiteResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResultsPageTest {
    private static final Measured SAMPLE = new Measured(
            "sample",
            "./copilot eval sample",
            LocalDate.of(2026, 11, 22),
            "2 cores",
            3,
            new SuiteResult(
                    "Something on something.",
                    List.of(new ResultTable(
                            "set",
                            List.of(
                                    new Row("ours", Map.of("hit@1", Score.of(0.75))),
                                    new Row("theirs", Map.of("hit@1", Score.none("no data")))))),
                    List.of("A note.")));

    @Test
    void thePageIsWhatTheKeptResultsMake() throws IOException {
        var files = ResultFiles.ofCheckout(Path.of("..").toAbsolutePath().normalize());

        assertThat(Files.readString(files.page()))
                .as("docs/results.md; ./copilot eval SUITE writes it")
                .isEqualTo(ResultsPage.of(files.read()));
    }

    @Test
    void aBlockTellsWhatHowAndHowGood() {
        assertThat(ResultsPage.of(List.of(SAMPLE))).endsWith("""
                ## sample

                Something on something.

                `./copilot eval sample` · 2026-11-22 · 2 cores · 3 s

                | set | hit@1 |
                |---|---:|
                | ours | 0.750 |
                | theirs | – |

                Not scored: theirs: no data.

                - A note.
                """);
    }

    @Test
    void whatIsKeptIsReadAgain(@TempDir Path folder) {
        var files = ResultFiles.in(folder);

        files.keep(SAMPLE);

        assertThat(files.read()).containsExactly(SAMPLE);
    }

    @Test
    void theTerminalShowsColumns() {
        assertThat(TerminalTable.of(SAMPLE.result().tables().getFirst()))
                .isEqualTo("set\n           hit@1\nours       0.750\ntheirs         –\n");
    }
}
