package dev.analystcopilot.api.cli;

import dev.analystcopilot.api.security.Accounts;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// A fresh address to sign in at, for when the one that was printed at the start has been used.
@Command(
        name = "address",
        description = "Prints an address of the running service that signs in once.",
        mixinStandardHelpOptions = true)
final class AddressCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        Installation installation = Installation.here();
        int port = installation
                .files()
                .port()
                .orElseThrow(() -> new IllegalStateException("the service is not running: './copilot run' starts it"));
        String tenant = installation.tenant();
        String token =
                installation.withDatabase(database -> new Accounts(database, tenant, Clock.systemUTC()).issueOneTime());
        String address = "http://127.0.0.1:%d/#token=%s".formatted(port, token);
        installation.files().writeAddress(address);
        spec.commandLine().getOut().println(address);
        return 0;
    }
}
