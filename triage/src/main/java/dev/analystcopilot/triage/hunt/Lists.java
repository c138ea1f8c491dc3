package dev.analystcopilot.triage.hunt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Reads the word lists beside this package. Lines that begin with `#` are comments.
final class Lists {
    private static final String FOLDER = "/triage/hunt/";

    private Lists() {}

    static List<String> lines(String file) {
        try (InputStream in = Lists.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalStateException(FOLDER + file + " is missing from the class path");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FOLDER + file, e);
        }
    }

    /// The parts of `a|b|c`.
    static List<String> split(String list) {
        return List.of(list.strip().split("\\|"));
    }
}
