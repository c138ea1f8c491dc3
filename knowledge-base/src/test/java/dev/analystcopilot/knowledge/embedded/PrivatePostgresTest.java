package dev.analystcopilot.knowledge.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A server of this class's own, which it starts, kills and stops.
@Tag("slow")
class PrivatePostgresTest {
    private static final Path HOME = TestDatabase.home()
            .resolveSibling("test-pg-" + UUID.randomUUID().toString().substring(0, 8));

    @BeforeAll
    static void create() {
        // Made once; every test below starts and stops it.
        PrivatePostgres.acquire(HOME, Tuning.THROWAWAY).close();
    }

    @AfterAll
    static void delete() throws IOException {
        assertThat(PrivatePostgres.stop(HOME)).isTrue();
        try (Stream<Path> files = Files.walk(HOME)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void theLastOneOutStopsIt() {
        PrivatePostgres first = PrivatePostgres.acquire(HOME, Tuning.THROWAWAY);
        PrivatePostgres second = PrivatePostgres.acquire(HOME, Tuning.THROWAWAY);
        first.close();
        assertThat(PrivatePostgres.isRunning(HOME)).isTrue();
        second.close();

        assertThat(PrivatePostgres.isRunning(HOME)).isFalse();
    }

    @Test
    void itIsLeftRunningWhenAskedTo() {
        PrivatePostgres server = PrivatePostgres.acquire(HOME, Tuning.THROWAWAY);
        server.leaveRunning();
        server.close();

        assertThat(PrivatePostgres.isRunning(HOME)).isTrue();
    }

    @Test
    void aKilledUserDoesNotKeepItRunning() throws Exception {
        PrivatePostgres server = PrivatePostgres.acquire(HOME, Tuning.THROWAWAY);
        // What a user that died leaves behind: a file that nobody holds a lock on.
        Files.createFile(HOME.resolve("users").resolve("another-process." + UUID.randomUUID()));
        server.close();

        assertThat(PrivatePostgres.isRunning(HOME)).isFalse();
    }

    @Test
    void anotherProcessKeepsItRunning() throws Exception {
        PrivatePostgres server = PrivatePostgres.acquire(HOME, Tuning.THROWAWAY);
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        HOME.toString())
                .redirectErrorStream(true)
                .start();
        try (var lines = other.inputReader()) {
            assertThat(lines.lines().anyMatch("held"::equals)).isTrue();
            server.close();
            assertThat(PrivatePostgres.isRunning(HOME)).isTrue();
        } finally {
            other.destroyForcibly().waitFor();
        }
        // kill -9: the server outlives it, and the next user adopts it.
        assertThat(PrivatePostgres.isRunning(HOME)).isTrue();
        assertThat(PrivatePostgres.stop(HOME)).isTrue();
    }

    @Test
    void itRecoversWhenItWasKilledItself() throws Exception {
        try (PrivatePostgres server = PrivatePostgres.acquire(HOME, Tuning.THROWAWAY);
                Database database = Database.open(server)) {
            database.jobs().add(Scope.analyst("t"), "job", "test", "{}");
        }
        PrivatePostgres server = PrivatePostgres.acquire(HOME, Tuning.THROWAWAY);
        kill();
        server.close();

        try (PrivatePostgres again = PrivatePostgres.acquire(HOME, Tuning.THROWAWAY);
                Database database = Database.open(again)) {
            assertThat(database.jobs().find(Scope.analyst("t"), "job")).isPresent();
        }
    }

    @Test
    void itIsStartedAgainWhileItIsUsed() throws Exception {
        PrivatePostgres server = PrivatePostgres.acquire(HOME, Tuning.THROWAWAY);
        try (server;
                Database database = Database.open(server)) {
            assertThat(server.revive()).isFalse();
            kill();

            assertThat(server.revive()).isTrue();

            database.jobs().add(Scope.analyst("t"), "afterwards", "test", "{}");
            assertThat(database.jobs().find(Scope.analyst("t"), "afterwards")).isPresent();
            assertThat(server.revive()).isFalse();
        }
        assertThat(server.revive()).as("what was stopped stays so").isFalse();
    }

    @Test
    void aPidFileOfAnotherProgramIsStale() throws Exception {
        PrivatePostgres.stop(HOME);
        Path pidFile = HOME.resolve("cluster/postmaster.pid");
        long mine = ProcessHandle.current().pid();
        Files.writeString(pidFile, mine + "\n" + HOME + "\n0\n5432\n\n127.0.0.1\n");

        try (PrivatePostgres server = PrivatePostgres.acquire(HOME, Tuning.THROWAWAY)) {
            assertThat(server.jdbcUrl()).doesNotContain(":5432/");
        }
    }

    @Test
    void thePasswordsAreClosedToOthers() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(HOME.resolve("passwords.properties"))))
                .isEqualTo("rw-------");
    }

    private static void kill() throws IOException, InterruptedException {
        List<String> lines = Files.readAllLines(HOME.resolve("cluster/postmaster.pid"));
        ProcessHandle postmaster =
                ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).orElseThrow();
        var children = postmaster.children().toList();
        postmaster.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        while (postmaster.isAlive() || children.stream().anyMatch(ProcessHandle::isAlive)) {
            Thread.sleep(20);
        }
    }

    /// A second process that uses the server until it is killed.
    static final class Holder {
        public static void main(String[] args) throws InterruptedException {
            PrivatePostgres.acquire(Path.of(args[0]), Tuning.THROWAWAY);
            System.out.println("held");
            Thread.sleep(60_000);
        }
    }
}
