package dev.analystcopilot.triage.correlate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Names that every machine has, and which therefore tie nothing: `cmd.exe`, `SYSTEM`, `root`.
final class EverydayNames {
    private static final String RESOURCE = "/triage/everyday-names.txt";
    /// Of the accounts Windows itself has, such as S-1-5-18, the ids have fewer parts than those of people.
    private static final int PARTS_OF_PERSONAL_SID = 7;

    private final Map<String, Set<String>> byType;

    private EverydayNames(Map<String, Set<String>> byType) {
        this.byType = byType;
    }

    static EverydayNames load() {
        Map<String, Set<String>> byType = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(EverydayNames.class.getResourceAsStream(RESOURCE), RESOURCE);
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Set<String> section = new HashSet<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith("[")) {
                    section = byType.computeIfAbsent(line.substring(1, line.length() - 1), type -> new HashSet<>());
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    section.add(line.strip());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + RESOURCE, e);
        }
        return new EverydayNames(byType);
    }

    /// @param path with or without folders, of either kind of system
    boolean isFile(String path) {
        String folded = path.toLowerCase(Locale.ROOT);
        int slash = Math.max(folded.lastIndexOf('/'), folded.lastIndexOf('\\'));
        return is("file", folded.substring(slash + 1));
    }

    /// @param name without its domain, lower case
    boolean isUser(String name) {
        boolean machine = name.endsWith("$");
        boolean ofWindows = name.startsWith("s-1-") && name.split("-").length < PARTS_OF_PERSONAL_SID;
        return machine || ofWindows || is("user", name);
    }

    boolean isHost(String name) {
        return is("host", name);
    }

    private boolean is(String type, String name) {
        return byType.getOrDefault(type, Set.of()).contains(name);
    }
}
