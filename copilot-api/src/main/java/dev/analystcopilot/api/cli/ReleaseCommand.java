package dev.analystcopilot.api.cli;

import dev.analystcopilot.knowledge.embedded.PrivatePostgres;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Stops a private database that a killed service left running.
@Command(
        name = "release",
        description = "Stops the private database unless somebody uses it.",
        mixinStandardHelpOptions = true)
final class ReleaseCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return PrivatePostgres.stop(Installation.here().data().resolve("pg")) ? 0 : 1;
    }
}
