package dev.analystcopilot.knowledge.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// One PostgreSQL data directory of our own, and the server on it. Call everything under the [Guard].
final class Cluster {
    private static final Duration INIT_LIMIT = Duration.ofMinutes(3);
    private static final Duration START_LIMIT = Duration.ofMinutes(3);
    private static final int START_ATTEMPTS = 3;
    private static final long LOG_LIMIT = 10_000_000;

    private final Path home;
    private final Path data;
    private final Path log;
    private final ServerUser user;

    Cluster(Path home, ServerUser user) {
        this.home = home;
        this.data = home.resolve("cluster");
        this.log = home.resolve("server.log");
        this.user = user;
    }

    /// The major version that the data was made with; empty if there is none yet.
    Optional<Integer> major() {
        Path file = data.resolve("PG_VERSION");
        return Files.exists(file) ? Optional.of(Integer.parseInt(read(file).strip())) : Optional.empty();
    }

    /// The port of the server that runs on this data, if one does. A pid file left behind by a crash is recognised by
    /// its process being gone, or being something else by now.
    Optional<Integer> runningPort() {
        Path pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = read(pidFile).lines().map(String::strip).toList();
        if (lines.size() < 4 || !isPostgres(Long.parseLong(lines.getFirst()))) {
            delete(pidFile);
            return Optional.empty();
        }
        return Optional.of(Integer.parseInt(lines.get(3)));
    }

    /// Whether a server runs on this data; changes nothing, so it needs no [Guard].
    boolean alive() {
        try {
            String pid = Files.readString(data.resolve("postmaster.pid"))
                    .lines()
                    .findFirst()
                    .orElse("");
            return isPostgres(Long.parseLong(pid.strip()));
        } catch (IOException | NumberFormatException e) {
            // No file, or one that is being written: whoever cares looks again under the guard.
            return false;
        }
    }

    private static boolean isPostgres(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .map(process -> process.info()
                        .command()
                        .map(command -> Path.of(command).endsWith("postgres"))
                        // A process whose program cannot be seen belongs to someone else, or is ours: let pg_ctl judge.
                        .orElse(true))
                .orElse(false);
    }

    /// Makes the data directory, all or nothing: what a crash left half done is thrown away.
    void create(PostgresBinaries binaries, Login superuser) {
        Path fresh = home.resolve("cluster.new");
        Path password = home.resolve("password.new");
        deleteTree(fresh);
        write(password, superuser.password() + "\n");
        try {
            user.own(password);
            run(
                    INIT_LIMIT,
                    binaries.program("initdb").toString(),
                    "--pgdata=" + fresh,
                    "--username=" + superuser.user(),
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=C",
                    "--no-instructions");
        } finally {
            delete(password);
        }
        append(fresh.resolve("postgresql.conf"), "\ninclude = 'copilot.conf'\n");
        try {
            Files.move(fresh, data, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot put the new cluster in place", e);
        }
    }

    /// Starts the server on a free loopback port.
    ///
    /// @param wanted the port that it must have; empty for any that is free
    int start(PostgresBinaries binaries, Tuning tuning, Optional<Integer> wanted) {
        shortenLog();
        Commands.Result last = new Commands.Result(1, "");
        for (int attempt = 0; attempt < START_ATTEMPTS; attempt++) {
            int port = wanted.orElseGet(Cluster::freePort);
            Path settings = data.resolve("copilot.conf");
            write(settings, tuning.configuration(port, binaries));
            user.own(settings);
            last = Commands.run(
                    user.as(List.of(
                            binaries.program("pg_ctl").toString(),
                            "--pgdata=" + data,
                            "--log=" + log,
                            "--wait",
                            "--timeout=" + START_LIMIT.toSeconds(),
                            "--silent",
                            "start")),
                    home,
                    START_LIMIT.plusSeconds(10));
            if (last.ok()) {
                return runningPort().orElse(port);
            }
        }
        throw new DatabaseUnavailableException("The private PostgreSQL does not start: %s\nLast lines of %s:\n%s"
                .formatted(last.output(), log, tail()));
    }

    void stop(PostgresBinaries binaries) {
        run(
                START_LIMIT,
                binaries.program("pg_ctl").toString(),
                "--pgdata=" + data,
                "--mode=fast",
                "--wait",
                "--silent",
                "stop");
    }

    private void run(Duration limit, String... command) {
        var result = Commands.run(user.as(List.of(command)), home, limit);
        if (!result.ok()) {
            throw new DatabaseUnavailableException(
                    "%s failed: %s".formatted(Path.of(command[0]).getFileName(), result.output()));
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on the loopback interface", e);
        }
    }

    private void shortenLog() {
        try {
            if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
                Files.delete(log);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot shorten " + log, e);
        }
    }

    private String tail() {
        if (!Files.exists(log)) {
            return "(no log)";
        }
        var lines = new ArrayList<>(Arrays.asList(read(log).split("\n")));
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 12), lines.size()));
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static void append(Path file, String text) {
        try {
            Files.writeString(file, text, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + file, e);
        }
    }

    private static void deleteTree(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete " + folder, e);
        }
    }
}
