package dev.analystcopilot.knowledge.text.indicator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/// Tells the endings of domains from those of files and fields.
final class TopLevelDomains {
    private static final String LIST = "/knowledge/indicator/top-level-domains.txt";

    /// Countries and others that more often end a file's or a field's name: `file.py`, `user.name`.
    private static final Set<String> DOUBTFUL = Set.of(
            "py", "sh", "pl", "rs", "md", "ps", "so", "pm", "mk", "la", "zip", "mov", "name", "id", "date", "as");

    /// What stands below a country where it sells domains one level down.
    private static final Set<String> SECOND_LEVEL = Set.of("com", "co", "org", "net", "gov", "edu", "ac", "or", "go");

    private final Set<String> endings = load();

    private static Set<String> load() {
        try (InputStream in = TopLevelDomains.class.getResourceAsStream(LIST)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: " + LIST);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + LIST, e);
        }
    }

    /// @param labels of a name in small letters, at least two
    /// @param certain whether something else says that it is a domain: it is defanged, or stands in an address
    boolean isDomain(String[] labels, boolean certain) {
        String last = labels[labels.length - 1];
        if (last.startsWith("xn--")) {
            return true;
        }
        if (!endings.contains(last)) {
            return false;
        }
        boolean below =
                labels.length > 2 && (SECOND_LEVEL.contains(labels[labels.length - 2]) || labels[0].equals("www"));
        return certain || below || !DOUBTFUL.contains(last);
    }
}
