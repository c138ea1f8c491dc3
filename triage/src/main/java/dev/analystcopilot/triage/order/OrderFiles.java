package dev.analystcopilot.triage.order;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;

/// The tables that ship with this package.
final class OrderFiles {
    private static final String FOLDER = "/triage/order/";

    private OrderFiles() {}

    /// Without comments and empty lines.
    static List<String> lines(String name) {
        try (var reader = reader(name)) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FOLDER + name, e);
        }
    }

    static Properties properties(String name) {
        try (var reader = reader(name)) {
            var properties = new Properties();
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FOLDER + name, e);
        }
    }

    static Set<String> words(Properties from, String key) {
        return new LinkedHashSet<>(
                Arrays.asList(from.getProperty(key, "").strip().split("\\s+")));
    }

    private static BufferedReader reader(String name) {
        InputStream in = OrderFiles.class.getResourceAsStream(FOLDER + name);
        if (in == null) {
            throw new IllegalStateException(FOLDER + name + " is missing from the class path");
        }
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
}
