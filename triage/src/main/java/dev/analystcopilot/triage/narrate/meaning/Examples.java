package dev.analystcopilot.triage.narrate.meaning;

import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.staff.ShippedVectors;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.triage.narrate.question.Intent;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The questions that ship as examples: below `[INTENT]`, one a line.
final class Examples {
    record Example(Intent intent, String text) {}

    private Examples() {}

    /// The vectors that ship, by text without names; none for another model.
    static Map<String, Vector> vectors(String model) {
        InputStream in = Examples.class.getResourceAsStream("/triage/narrate/examples-" + ShippedVectors.file(model));
        return in == null ? Map.of() : ShippedVectors.read(in);
    }

    static List<Example> of(Language language) {
        String path = "/triage/narrate/examples-" + language.name().toLowerCase(Locale.ROOT) + ".txt";
        List<Example> examples = new ArrayList<>();
        try (InputStream in = Examples.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException(path + " is missing from the class path");
            }
            Intent intent = Intent.UNCLEAR;
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines();
            for (String line : lines.filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList()) {
                if (line.startsWith("[")) {
                    intent = Intent.valueOf(line.substring(1, line.length() - 1));
                } else {
                    examples.add(new Example(intent, line));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
        return List.copyOf(examples);
    }
}
