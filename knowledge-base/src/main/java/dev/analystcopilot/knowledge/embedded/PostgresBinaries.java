package dev.analystcopilot.knowledge.embedded;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// An installed PostgreSQL that can serve: version 15 or newer, with the `vector` extension.
///
/// @param bin the folder of `initdb`, `pg_ctl` and `postgres`
/// @param major PostgreSQL's major version
/// @param vectorVersion the version of pgvector that is installed for it, such as `0.8.0`
public record PostgresBinaries(Path bin, int major, String vectorVersion) {
    private static final int OLDEST = 15;
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");
    private static final Pattern VECTOR = Pattern.compile("default_version\\s*=\\s*'([^']+)'");
    private static final List<String> SYSTEM_FOLDERS = List.of(
            "/usr/lib/postgresql",
            "/opt/homebrew/opt",
            "/usr/local/opt",
            "/home/linuxbrew/.linuxbrew/opt",
            "/Applications/Postgres.app/Contents/Versions",
            "/usr");

    Path program(String name) {
        return bin.resolve(name);
    }

    /// Below 0.8.2 a parallel HNSW build may overflow a buffer (pgvector's changelog).
    boolean parallelIndexBuildIsSafe() {
        String[] parts = vectorVersion.split("\\.");
        int[] wanted = {0, 8, 2};
        for (int i = 0; i < wanted.length; i++) {
            int part = i < parts.length && parts[i].matches("\\d+") ? Integer.parseInt(parts[i]) : 0;
            if (part != wanted[i]) {
                return part > wanted[i];
            }
        }
        return true;
    }

    /// The newest usable installation.
    ///
    /// @param major only this major version, the one that a cluster was made with; any if empty
    /// @throws DatabaseUnavailableException if there is none, naming what is missing
    public static PostgresBinaries find(Map<String, String> environment, Optional<Integer> major) {
        var seen = new ArrayList<String>();
        var usable = new ArrayList<PostgresBinaries>();
        for (Path bin : candidates(environment)) {
            int version = versionOf(bin);
            Optional<String> vector = version < OLDEST ? Optional.empty() : vectorVersion(bin, version);
            seen.add("PostgreSQL %d in %s%s".formatted(version, bin, vector.isEmpty() ? " (no pgvector)" : ""));
            vector.filter(v -> major.isEmpty() || major.get() == version)
                    .ifPresent(v -> usable.add(new PostgresBinaries(bin, version, v)));
        }
        return usable.stream()
                .max(Comparator.comparingInt(PostgresBinaries::major))
                .orElseThrow(() -> new DatabaseUnavailableException(
                        "No PostgreSQL %s with the pgvector extension is installed (found: %s). `./copilot doctor` says what to install; or name a server with %s."
                                .formatted(
                                        major.map(m -> m + " (the version the data was made with)")
                                                .orElse(">= " + OLDEST),
                                        seen.isEmpty() ? "none" : String.join(", ", seen),
                                        DatabaseAddress.URL_VARIABLE)));
    }

    private static Set<Path> candidates(Map<String, String> environment) {
        var found = new LinkedHashSet<Path>();
        for (String entry : environment.getOrDefault("PATH", "").split(":")) {
            addIfComplete(found, Path.of(entry));
        }
        for (String folder : SYSTEM_FOLDERS) {
            for (Path child : children(Path.of(folder))) {
                addIfComplete(found, child.resolve("bin"));
            }
        }
        return found;
    }

    private static void addIfComplete(Set<Path> found, Path bin) {
        try {
            if (Stream.of("initdb", "pg_ctl", "postgres").allMatch(name -> Files.isExecutable(bin.resolve(name)))) {
                found.add(bin.resolve("postgres").toRealPath().getParent());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look into " + bin, e);
        }
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> list = Files.list(folder)) {
            return list.sorted(Comparator.reverseOrder()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot list " + folder, e);
        }
    }

    private static int versionOf(Path bin) {
        var result = Commands.run(
                List.of(bin.resolve("postgres").toString(), "--version"), Path.of("/"), Duration.ofSeconds(10));
        Matcher matcher = VERSION.matcher(result.output());
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    private static Optional<String> vectorVersion(Path bin, int version) {
        Path home = requireNonNull(bin.getParent(), "bin has a parent");
        return Stream.of(
                        Path.of("/usr/share/postgresql/" + version),
                        home.resolve("share"),
                        home.resolve("share/postgresql"),
                        home.resolve("share/pgsql"),
                        home.resolve("share/postgresql@" + version))
                .map(share -> share.resolve("extension/vector.control"))
                .filter(Files::isReadable)
                // Debian's folder is named after the version; a build of another prefix must not borrow from it.
                .filter(control -> !control.startsWith("/usr/share") || bin.startsWith("/usr"))
                .findFirst()
                .map(PostgresBinaries::versionIn);
    }

    private static String versionIn(Path control) {
        try {
            Matcher matcher = VECTOR.matcher(Files.readString(control, StandardCharsets.UTF_8));
            return matcher.find() ? matcher.group(1) : "0";
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + control, e);
        }
    }
}
