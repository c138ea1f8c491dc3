package dev.analystcopilot.eval.crosslingual;

import dev.analystcopilot.knowledge.text.Language;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The same question in both languages, and the document that answers it.
record QuestionPair(String ref, String en, String zh) {

    String in(Language language) {
        return switch (language) {
            case EN -> en;
            case ZH -> zh;
        };
    }

    /// From a table of this suite: document, English, Chinese.
    static List<QuestionPair> of(String resource) {
        try (InputStream in = QuestionPair.class.getResourceAsStream("/crosslingual/" + resource)) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: /crosslingual/" + resource);
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\t", -1))
                    .map(fields -> new QuestionPair(fields[0], fields[1], fields[2]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
