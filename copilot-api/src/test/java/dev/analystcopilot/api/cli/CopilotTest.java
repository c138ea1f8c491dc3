package dev.analystcopilot.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.Console;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CopilotTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "serve", "ask", "import", "search", "chain", "status", "user", "doctor", "triage", "score", "train"
            })
    void everyCommandExplainsItself(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out.toString()).contains("Usage: copilot " + command);
    }

    @Test
    void anUnknownCommandIsAMistakeOfUse() {
        assertThat(run("fly")).isEqualTo(2);
        assertThat(err.toString()).contains("fly");
    }

    @Test
    void whereNobodyCanBeAskedForAPasswordItSaysHowToGiveOne() {
        boolean somebody = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        assumeFalse(somebody, "somebody sits at a terminal");

        assertThat(run("user", "add", "lin", "--role", "staff")).isEqualTo(2);
        assertThat(err.toString()).contains("--password-stdin");
    }

    private int run(String... arguments) {
        return Copilot.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }
}
