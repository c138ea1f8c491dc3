package dev.analystcopilot.api.cli;

import dev.analystcopilot.api.security.Accounts;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// A token for a person's own programs.
@Command(
        name = "token",
        description = {
            "Prints a token for a person's programs (OpenAI's protocol, MCP, REST), with that person's rights.",
            "It is shown once. A new password (user add) ends all tokens of that person."
        },
        mixinStandardHelpOptions = true)
final class UserTokenCommand implements Callable<Integer> {
    private static final int LONGEST = 365;

    @Parameters(paramLabel = "LOGIN")
    private String login = "";

    @Option(names = "--days", description = "How long it works, 1 to 365. Default: ${DEFAULT-VALUE}.")
    private int days = 90;

    @Option(names = "--tenant", description = "Default: ${DEFAULT-VALUE}.")
    private String tenant = "demo";

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        if (days < 1 || days > LONGEST) {
            throw new ParameterException(spec.commandLine(), "--days takes 1 to " + LONGEST);
        }
        Optional<String> token = Installation.here()
                .withDatabase(database ->
                        new Accounts(database, tenant, Clock.systemUTC()).issueForUser(login, Duration.ofDays(days)));
        if (token.isEmpty()) {
            spec.commandLine().getErr().println("There is no " + login + ": add them with 'user add'.");
            return 1;
        }
        spec.commandLine().getOut().println(token.get());
        return 0;
    }
}
