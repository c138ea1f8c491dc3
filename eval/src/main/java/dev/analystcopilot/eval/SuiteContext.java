package dev.analystcopilot.eval;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What suites work with.
///
/// @param root the checkout
/// @param environment the process's
/// @param sizes that were asked for, by name of [Suite#options]
/// @param progress takes a line for the person who waits
public record SuiteContext(
        Path root, Map<String, String> environment, Map<String, Integer> sizes, Consumer<String> progress) {
    /// Names the folder that `shared/measure/make_dev.py` has built.
    private static final String MEASURE_VARIABLE = "MEASURE";

    public SuiteContext {
        environment = Map.copyOf(environment);
        sizes = Map.copyOf(sizes);
        requireNonNull(root, "root");
        requireNonNull(progress, "progress");
    }

    /// The data pack's `shared` folder, which lies beside the checkout where there is one.
    public Optional<Path> shared() {
        return existing(root.resolve("../shared").normalize());
    }

    /// Label-free inputs and their truth, as the measuring rod builds them: `MEASURE`, else `build/measure`.
    public Optional<Path> measure() {
        String named = environment.getOrDefault(MEASURE_VARIABLE, "");
        return existing(named.isBlank() ? root.resolve("build/measure") : Path.of(named));
    }

    /// A folder that keeps what is dear to compute between runs, such as vectors.
    public Path cache(String name) {
        try {
            return Files.createDirectories(root.resolve("build/eval-cache").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder under build/eval-cache", e);
        }
    }

    /// What was asked for under this name, else the suite's own.
    public int size(String name, int usual) {
        return sizes.getOrDefault(name, usual);
    }

    public void say(String line) {
        progress.accept(line);
    }

    private static Optional<Path> existing(Path folder) {
        return Optional.of(folder).filter(Files::isDirectory);
    }
}
