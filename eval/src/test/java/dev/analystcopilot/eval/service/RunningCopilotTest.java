package dev.analystcopilot.eval.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.security.Role;
import dev.analystcopilot.eval.SuiteContext;
import dev.analystcopilot.eval.llm.Act;
import dev.analystcopilot.eval.llm.ScriptedLlm;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The stage that other suites play on.
@Tag("slow")
class RunningCopilotTest {
    private static final SuiteContext CONTEXT = new SuiteContext(
            Path.of(System.getProperty("copilot.root", "..")).toAbsolutePath().normalize(),
            System.getenv(),
            Map.of(),
            line -> {});

    @Test
    void playsTheScriptThroughTheWholeService() {
        try (var llm = new ScriptedLlm(request -> Act.says("Nothing is known of it."));
                var copilot = RunningCopilot.start(CONTEXT, RunningCopilot.with(llm))) {
            List<Heard> events = copilot.as(Role.ANALYST).ask("What happened on web-01?");

            assertThat(events.getFirst().type()).isEqualTo("status");
            // Nothing of what it said can be proven: it was asked, and the program answers.
            assertThat(Heard.first(events, "done").orElseThrow().path("tier").asString())
                    .isEqualTo("narrator");
            assertThat(llm.exchanges()).hasSize(1).noneMatch(exchange -> exchange.closedByCaller());
        }
    }
}
