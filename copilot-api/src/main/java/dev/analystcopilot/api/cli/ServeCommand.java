package dev.analystcopilot.api.cli;

import dev.analystcopilot.api.CopilotService;
import dev.analystcopilot.api.RunningService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Runs the service until it is told to stop.
@Command(name = "serve", description = "Runs the service in the foreground.", mixinStandardHelpOptions = true)
final class ServeCommand implements Callable<Integer> {
    private static final int PORTS_TRIED = 50;

    @Option(names = "--port", description = "Default: ${DEFAULT-VALUE}; the next free one if it is taken.")
    private int port = Integer.parseInt(System.getenv().getOrDefault("COPILOT_PORT", "8080"));

    @Option(
            names = "--bind",
            description = "Address to listen on. Default: ${DEFAULT-VALUE}, which no other machine reaches.")
    private String bind = System.getenv().getOrDefault("COPILOT_BIND", "127.0.0.1");

    @Option(names = "--empty", description = "Do not load the demo backlog on the first start.")
    private boolean empty;

    @Option(
            names = "--quiet",
            description = "Do not print the address to sign in at; run/address in the data folder holds it.")
    private boolean quiet;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws IOException, InterruptedException {
        int free = firstFree();
        if (free != port) {
            spec.commandLine().getErr().printf("Port %d is taken: listening on %d instead.%n", port, free);
        }
        Installation installation = Installation.here();
        RunningService service = CopilotService.start(Map.of(
                "server.port",
                free,
                "server.address",
                bind,
                "copilot.root",
                installation.root().toString(),
                "copilot.empty",
                empty));
        String address = service.signInAddress();
        if (!quiet) {
            spec.commandLine().getOut().printf("Analyst Copilot: %s%n", address);
        }
        service.awaitStop();
        return 0;
    }

    private int firstFree() throws IOException {
        for (int candidate = port; candidate < port + PORTS_TRIED; candidate++) {
            try (var probe = new ServerSocket()) {
                probe.setReuseAddress(true);
                probe.bind(new java.net.InetSocketAddress(InetAddress.getByName(bind), candidate));
                return candidate;
            } catch (java.net.BindException ignored) {
                // taken: the next one
            }
        }
        throw new IOException("no free port between %d and %d".formatted(port, port + PORTS_TRIED - 1));
    }
}
