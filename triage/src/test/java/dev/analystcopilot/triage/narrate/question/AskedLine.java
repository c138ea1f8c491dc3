package dev.analystcopilot.triage.narrate.question;

import dev.analystcopilot.triage.narrate.dialogue.Dialogue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// A question of a list with what has to be understood.
///
/// @param either sets of intents, of which one has to be read
/// @param name that has to be understood, or `-`
/// @param around `screen`: a case is open; `after: …`: what was asked before; else empty
record AskedLine(String text, List<Set<Intent>> either, String name, String around) {
    static final Instant NOW = Instant.parse("2026-11-18T10:30:00Z");
    static final String SCREEN = "case-5e4d3c2b";

    static List<AskedLine> read(String resource) throws IOException {
        String path = "/triage/narrate/" + resource + ".tsv";
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(AskedLine.class.getResourceAsStream(path), path), StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(AskedLine::of)
                    .toList();
        }
    }

    /// @param missed those that were read wrongly
    record Understood(double share, String missed) {}

    static Understood understood(String resource, Dialogue dialogue) throws IOException {
        List<AskedLine> lines = read(resource);
        List<String> wrong = new ArrayList<>();
        for (AskedLine line : lines) {
            Question read = dialogue.read(line.text, Optional.empty(), line.screen(), line.before(), NOW);
            if (!line.understoodAs(read)) {
                wrong.add("%s -> %s %s".formatted(line.text, read.intents(), read.names()));
            }
        }
        return new Understood(
                1 - (double) wrong.size() / lines.size(),
                "%s: understood %d of %d; not:%n%s"
                        .formatted(resource, lines.size() - wrong.size(), lines.size(), String.join("\n", wrong)));
    }

    private static AskedLine of(String line) {
        String[] parts = line.split("\t");
        List<Set<Intent>> either = new ArrayList<>();
        for (String set : parts[1].split("/")) {
            either.add(Arrays.stream(set.split(" "))
                    .map(Intent::valueOf)
                    .collect(Collectors.toCollection(() -> EnumSet.noneOf(Intent.class))));
        }
        return new AskedLine(parts[0], either, parts[2], parts.length > 3 ? parts[3] : "");
    }

    private Optional<String> screen() {
        return around.equals("screen") ? Optional.of(SCREEN) : Optional.empty();
    }

    private List<String> before() {
        return around.startsWith("after: ") ? List.of(around.substring("after: ".length())) : List.of();
    }

    private boolean understoodAs(Question read) {
        boolean named = name.equals("-") || read.mentions().contains(name);
        return named && either.stream().anyMatch(expected -> fits(expected, read.intents()));
    }

    /// A document's answer may come with it; whether it succeeded always belongs to what happened.
    private static boolean fits(Set<Intent> expected, Set<Intent> read) {
        Set<Intent> rest = EnumSet.copyOf(read);
        rest.removeAll(expected);
        rest.remove(Intent.KNOWLEDGE);
        if (expected.contains(Intent.WHAT_HAPPENED)) {
            rest.remove(Intent.DID_IT_SUCCEED);
        }
        return rest.isEmpty() && read.containsAll(expected);
    }
}
