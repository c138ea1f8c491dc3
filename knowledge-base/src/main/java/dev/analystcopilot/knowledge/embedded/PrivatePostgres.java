package dev.analystcopilot.knowledge.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// A PostgreSQL server of this checkout's own, in its own folder, on a free loopback port, under passwords that it
/// generated. Several processes share it: the first starts it, the last one out stops it. A process that dies leaves
/// the server running, and the next one adopts it; a server that died is started again and recovers by itself.
///
/// A server is ours if it runs on our data directory. No other is ever looked at, let alone touched.
public final class PrivatePostgres implements DatabaseAddress {
    static final String DATABASE = "copilot";
    /// pgjdbc would else try GSS encryption first, which costs a round trip and cannot succeed here.
    private static final String OPTIONS = "?gssEncMode=disable&sslmode=disable";

    private final Path home;
    private final Cluster cluster;
    private final int port;
    private final Tuning tuning;
    private final Secrets secrets;
    private final Leases.Lease lease;
    private final AtomicBoolean open = new AtomicBoolean(true);
    private final AtomicBoolean leaveRunning = new AtomicBoolean();

    private PrivatePostgres(Path home, Cluster cluster, int port, Tuning tuning, Secrets secrets, Leases.Lease lease) {
        this.home = home;
        this.cluster = cluster;
        this.port = port;
        this.tuning = tuning;
        this.secrets = secrets;
        this.lease = lease;
    }

    /// Joins the users of the server in `home`, making and starting it if need be.
    ///
    /// @throws DatabaseUnavailableException if PostgreSQL or pgvector is missing, or the server does not start
    public static PrivatePostgres acquire(Path home) {
        return acquire(home, Tuning.SERVICE);
    }

    static PrivatePostgres acquire(Path home, Tuning tuning) {
        ServerUser user = ServerUser.current();
        prepare(home, user);
        try (var _ = Guard.enter(home.resolve("guard.lock"))) {
            var cluster = new Cluster(home, user);
            Secrets secrets = Secrets.loadOrCreate(home.resolve("passwords.properties"));
            Optional<Integer> running = cluster.runningPort();
            int port = running.isPresent() ? running.get() : start(cluster, secrets, tuning, Optional.empty());
            var lease = new Leases(home.resolve("users")).take();
            try {
                bootstrap(port, secrets);
            } catch (RuntimeException e) {
                lease.giveBack();
                throw e;
            }
            return new PrivatePostgres(home, cluster, port, tuning, secrets, lease);
        }
    }

    /// Stops the server in `home` unless somebody uses it.
    ///
    /// @return whether no server runs there any more
    public static boolean stop(Path home) {
        if (!Files.isDirectory(home)) {
            return true;
        }
        try (var _ = Guard.enter(home.resolve("guard.lock"))) {
            return stopIfUnused(home);
        }
    }

    /// Whether a server runs in `home`.
    public static boolean isRunning(Path home) {
        if (!Files.isDirectory(home)) {
            return false;
        }
        try (var _ = Guard.enter(home.resolve("guard.lock"))) {
            return new Cluster(home, ServerUser.current()).runningPort().isPresent();
        }
    }

    private static boolean stopIfUnused(Path home) {
        var cluster = new Cluster(home, ServerUser.current());
        if (cluster.runningPort().isEmpty()) {
            return true;
        }
        if (new Leases(home.resolve("users")).anyoneLeft()) {
            return false;
        }
        cluster.stop(PostgresBinaries.find(System.getenv(), cluster.major()));
        return true;
    }

    private static void prepare(Path home, ServerUser user) {
        try {
            Files.createDirectories(home);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make " + home, e);
        }
        user.own(home);
        var reachable = Commands.run(
                user.as(java.util.List.of("test", "-w", home.toString())),
                Path.of("/"),
                java.time.Duration.ofSeconds(10));
        if (!reachable.ok()) {
            throw new DatabaseUnavailableException(
                    "The system user '%s', under which PostgreSQL runs, cannot reach %s. Choose another folder with %s."
                            .formatted(ServerUser.SYSTEM_NAME, home, DataDirectory.VARIABLE));
        }
    }

    private static int start(Cluster cluster, Secrets secrets, Tuning tuning, Optional<Integer> wanted) {
        var binaries = PostgresBinaries.find(System.getenv(), cluster.major());
        if (cluster.major().isEmpty()) {
            cluster.create(binaries, secrets.superuser());
        }
        return cluster.start(binaries, tuning, wanted);
    }

    private static void bootstrap(int port, Secrets secrets) {
        try (Connection superuser = Bootstrap.connect(url(port, "postgres"), secrets.superuser())) {
            Bootstrap.role(superuser, secrets.owner());
            Bootstrap.role(superuser, secrets.app());
            Bootstrap.database(superuser, DATABASE, "template0", secrets);
        } catch (SQLException e) {
            throw new DatabaseUnavailableException(
                    "The private PostgreSQL could not be prepared: " + e.getMessage(), e);
        }
        try (Connection inDatabase = Bootstrap.connect(url(port, DATABASE), secrets.superuser())) {
            Bootstrap.extension(inDatabase);
        } catch (SQLException e) {
            throw new DatabaseUnavailableException("pgvector could not be switched on: " + e.getMessage(), e);
        }
    }

    private static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + OPTIONS;
    }

    @Override
    public String jdbcUrl() {
        return url(port, DATABASE);
    }

    @Override
    public Login owner() {
        return secrets.owner();
    }

    @Override
    public Login app() {
        return secrets.app();
    }

    String jdbcUrl(String database) {
        return url(port, database);
    }

    Secrets secrets() {
        return secrets;
    }

    /// Keeps the server running when this was its last user: a next command then starts faster.
    public void leaveRunning() {
        leaveRunning.set(true);
    }

    /// On the port that its users know: their pools connect again by themselves.
    @Override
    public boolean revive() {
        if (!open.get() || cluster.alive()) {
            return false;
        }
        try (var _ = Guard.enter(home.resolve("guard.lock"))) {
            if (!open.get() || cluster.runningPort().isPresent()) {
                return false;
            }
            var _ = start(cluster, secrets, tuning, Optional.of(port));
            return true;
        }
    }

    @Override
    public void close() {
        if (!open.compareAndSet(true, false)) {
            return;
        }
        try (var _ = Guard.enter(home.resolve("guard.lock"))) {
            lease.giveBack();
            if (!leaveRunning.get()) {
                stopIfUnused(home);
            }
        }
    }
}
