package dev.analystcopilot.api.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Models made of a site's own alerts and verdicts, or of files. Each kind is a subcommand.
@Command(
        name = "train",
        description = "Fits models on alerts and verdicts, and keeps them in versions.",
        mixinStandardHelpOptions = true,
        subcommands = {TrainAnomalyCommand.class, TrainDispositionCommand.class})
final class TrainCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which model? ./copilot train --help lists them.");
    }
}
