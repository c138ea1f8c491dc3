package dev.analystcopilot.knowledge.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Who runs the server: whoever runs this process, or, where that is root, a system user of our own.
sealed interface ServerUser {
    String SYSTEM_NAME = "analyst-copilot";

    /// The command that runs the given one as this user.
    List<String> as(List<String> command);

    /// Hands a file or folder to this user, closed to everyone else.
    void own(Path path);

    static boolean runningAsRoot() {
        return new UnixSystem().getUid() == 0;
    }

    static ServerUser current() {
        if (!runningAsRoot()) {
            return new Myself();
        }
        var system = new SystemUser();
        system.createIfMissing();
        return system;
    }

    record Myself() implements ServerUser {
        @Override
        public List<String> as(List<String> command) {
            return command;
        }

        @Override
        public void own(Path path) {
            close(path);
        }
    }

    record SystemUser() implements ServerUser {
        private static final Duration LIMIT = Duration.ofSeconds(30);

        @Override
        public List<String> as(List<String> command) {
            var full = new ArrayList<>(List.of("runuser", "-u", SYSTEM_NAME, "--"));
            full.addAll(command);
            return List.copyOf(full);
        }

        @Override
        public void own(Path path) {
            try {
                var users = path.getFileSystem().getUserPrincipalLookupService();
                Files.setAttribute(
                        path, "posix:owner", users.lookupPrincipalByName(SYSTEM_NAME), LinkOption.NOFOLLOW_LINKS);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot give " + path + " to " + SYSTEM_NAME, e);
            }
            close(path);
        }

        void createIfMissing() {
            Path root = Path.of("/");
            if (Commands.run(List.of("id", "-u", SYSTEM_NAME), root, LIMIT).ok()) {
                return;
            }
            var created = Commands.run(
                    List.of(
                            "useradd",
                            "--system",
                            "--no-create-home",
                            "--home-dir",
                            DataDirectory.SYSTEM_ROOT.toString(),
                            "--shell",
                            "/usr/sbin/nologin",
                            SYSTEM_NAME),
                    root,
                    LIMIT);
            if (!created.ok()) {
                throw new DatabaseUnavailableException(
                        "PostgreSQL refuses to run as root, and the system user '%s' could not be created (%s). Create it, or start as an ordinary user."
                                .formatted(SYSTEM_NAME, created.output()));
            }
        }
    }

    private static void close(Path path) {
        try {
            var permissions = Files.isDirectory(path)
                    ? Set.of(
                            PosixFilePermission.OWNER_READ,
                            PosixFilePermission.OWNER_WRITE,
                            PosixFilePermission.OWNER_EXECUTE)
                    : Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
            Files.setPosixFilePermissions(path, permissions);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close " + path + " to others", e);
        }
    }
}
