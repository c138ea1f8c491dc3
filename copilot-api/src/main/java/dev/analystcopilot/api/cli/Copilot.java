package dev.analystcopilot.api.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/// The program behind `./copilot`.
@Command(
        name = "copilot",
        description =
                "Turns a backlog of security alerts into a few explained cases, and answers questions about them.",
        mixinStandardHelpOptions = true,
        version = "Analyst Copilot " + Copilot.VERSION,
        subcommands = {
            ServeCommand.class,
            AddressCommand.class,
            ReleaseCommand.class,
            AskCommand.class,
            TriageCommand.class,
            ImportCommand.class,
            SearchCommand.class,
            ChainCommand.class,
            ScoreCommand.class,
            TrainCommand.class,
            StatusCommand.class,
            UserCommand.class,
            DoctorCommand.class
        })
public final class Copilot implements Runnable {
    static final String VERSION = "0.1.0";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    public static void main(String[] arguments) {
        int code = commandLine().execute(arguments);
        System.exit(code);
    }

    static CommandLine commandLine() {
        return new CommandLine(new Copilot())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(System.out, true, StandardCharsets.UTF_8))
                .setErr(new PrintWriter(System.err, true, StandardCharsets.UTF_8))
                .setExecutionExceptionHandler(Copilot::failed);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    /// One sentence for the person at the terminal; the whole story only when asked for.
    private static int failed(Exception error, CommandLine command, CommandLine.ParseResult parsed) {
        command.getErr().println(command.getColorScheme().errorText(reason(error)));
        if (System.getenv("COPILOT_DEBUG") != null) {
            error.printStackTrace(command.getErr());
        }
        return command.getCommandSpec().exitCodeOnExecutionException();
    }

    private static String reason(Throwable error) {
        String message = error.getMessage();
        Throwable cause = error.getCause();
        if (message == null || message.isBlank()) {
            return cause == null ? error.getClass().getSimpleName() : reason(cause);
        }
        return message;
    }
}
