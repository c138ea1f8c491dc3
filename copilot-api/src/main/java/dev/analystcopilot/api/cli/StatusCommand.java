package dev.analystcopilot.api.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/// What the running service has and does.
@Command(name = "status", description = "Says what the running service has and does.", mixinStandardHelpOptions = true)
final class StatusCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws Exception {
        try (var service = ServiceClient.of(Installation.here().files())) {
            JsonNode overview = service.get("/api/v1/overview");
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%s%nalerts %d, cases %d (%d shown), triage %s, language model %s%n",
                            service.base(),
                            overview.path("alerts").asLong(),
                            overview.path("cases").asLong(),
                            overview.path("shownCases").asLong(),
                            overview.path("triage").path("state").asString(),
                            overview.path("llm").path("state").asString());
            return 0;
        }
    }
}
