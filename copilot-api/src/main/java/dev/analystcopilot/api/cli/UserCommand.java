package dev.analystcopilot.api.cli;

import dev.analystcopilot.api.security.Passwords;
import dev.analystcopilot.api.security.Role;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.UserStore.User;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// People who may sign in with a password.
@Command(
        name = "user",
        description = "Keeps the people who may sign in.",
        mixinStandardHelpOptions = true,
        subcommands = {
            UserCommand.Add.class,
            UserTokenCommand.class,
            UserCommand.ListAll.class,
            UserCommand.Remove.class
        })
final class UserCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "user add, user token, user list or user remove?");
    }

    @Command(
            name = "add",
            description = "Adds a person, or gives an existing one new roles and a new password.",
            mixinStandardHelpOptions = true)
    static final class Add implements Callable<Integer> {
        @Parameters(paramLabel = "LOGIN")
        private String login = "";

        @Option(
                names = "--role",
                paramLabel = "ROLE",
                required = true,
                split = ",",
                description = "One or more of: ${COMPLETION-CANDIDATES}.")
        private List<Role> roles = List.of();

        @Option(names = "--tenant", description = "Default: ${DEFAULT-VALUE}.")
        private String tenant = "demo";

        @Option(names = "--password-stdin", description = "Read the password from the standard input.")
        private boolean fromInput;

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() throws IOException {
            String hash = Passwords.hash(fromInput ? readLine() : prompt());
            Set<String> names = roles.stream().map(Role::wireName).collect(Collectors.toSet());
            Installation.here().withDatabase(database -> {
                database.users().put(Scope.analyst(tenant), new User(tenant, login, names, Optional.of(hash)));
                // Whoever knew the former password is out.
                database.tokens().revokeAll(Scope.analyst(tenant), login);
                return true;
            });
            spec.commandLine()
                    .getOut()
                    .printf(
                            "%s may sign in as %s.%n",
                            login, String.join(", ", names.stream().sorted().toList()));
            return 0;
        }

        private static String readLine() throws IOException {
            var reader = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
            String line = reader.readLine();
            return line == null ? "" : line;
        }

        private String prompt() {
            Console console = Optional.ofNullable(System.console())
                    .filter(Console::isTerminal)
                    .orElseThrow(() -> new ParameterException(
                            spec.commandLine(),
                            "there is no terminal to ask at: pipe the password in with --password-stdin"));
            String first = new String(console.readPassword("Password for %s: ", login));
            String second = new String(console.readPassword("Again: "));
            if (!first.equals(second)) {
                throw new IllegalArgumentException("the two passwords differ");
            }
            return first;
        }
    }

    @Command(name = "list", description = "Lists the people who may sign in.", mixinStandardHelpOptions = true)
    static final class ListAll implements Callable<Integer> {
        @Option(names = "--tenant", description = "Default: ${DEFAULT-VALUE}.")
        private String tenant = "demo";

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            List<User> users = Installation.here()
                    .withDatabase(database -> database.users().list(Scope.analyst(tenant)));
            users.forEach(user -> spec.commandLine()
                    .getOut()
                    .printf(
                            Locale.ROOT,
                            "%s\t%s%n",
                            user.login(),
                            String.join(",", user.roles().stream().sorted().toList())));
            return 0;
        }
    }

    @Command(name = "remove", description = "Shuts a person out.", mixinStandardHelpOptions = true)
    static final class Remove implements Callable<Integer> {
        @Parameters(paramLabel = "LOGIN")
        private String login = "";

        @Option(names = "--tenant", description = "Default: ${DEFAULT-VALUE}.")
        private String tenant = "demo";

        @Spec
        private CommandSpec spec = CommandSpec.create();

        @Override
        public Integer call() {
            boolean removed = Installation.here().withDatabase(database -> {
                database.tokens().revokeAll(Scope.analyst(tenant), login);
                return database.users().remove(Scope.analyst(tenant), login);
            });
            spec.commandLine().getOut().println(removed ? login + " is shut out." : "There is no " + login + ".");
            return removed ? 0 : 1;
        }
    }
}
