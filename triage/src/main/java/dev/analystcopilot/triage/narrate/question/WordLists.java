package dev.analystcopilot.triage.narrate.question;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads the word lists that ship beside the phrases. Lines that begin with `#` are comments.
final class WordLists {
    private static final String FOLDER = "/triage/narrate/";

    private WordLists() {}

    /// `key=value` lines, in the file's order; the value may hold further equals signs.
    static Map<String, String> properties(String file) {
        Map<String, String> properties = new LinkedHashMap<>();
        lines(file).forEach(line -> {
            int equals = line.indexOf('=');
            properties.put(line.substring(0, equals), line.substring(equals + 1));
        });
        return properties;
    }

    /// All words of a file.
    static Set<String> words(String file) {
        return lines(file).stream()
                .flatMap(line -> Arrays.stream(line.split(" ")))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// The parts of `a|b|c`.
    static List<String> split(String list) {
        return List.of(list.split("\\|"));
    }

    private static List<String> lines(String file) {
        try (InputStream in = WordLists.class.getResourceAsStream(FOLDER + file)) {
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
}
