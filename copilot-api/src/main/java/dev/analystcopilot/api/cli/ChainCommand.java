package dev.analystcopilot.api.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// Orders shuffled attack actions; needs neither database nor service.
@Command(
        name = "chain",
        description = "Orders the actions of attacks as they were most likely taken.",
        mixinStandardHelpOptions = true)
final class ChainCommand implements Callable<Integer> {
    @Option(
            names = "--flows",
            paramLabel = "FILE",
            description = "One attack a line: {\"flow\",\"actions\":[{\"id\",\"name\",\"description\",\"tactic\","
                    + "\"technique\"}]}, the last two where known.")
    private @Nullable Path flows;

    @Option(names = "--out", paramLabel = "FILE", description = "Where to write. Default: the standard output.")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException {
        if (flows == null) {
            throw new ParameterException(spec.commandLine(), "say which attacks: --flows FILE");
        }
        new FlowOrder().write(flows, out, spec.commandLine().getOut());
        return 0;
    }
}
