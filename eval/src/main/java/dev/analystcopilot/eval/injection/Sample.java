package dev.analystcopilot.eval.injection;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A text of our own, written before the detector was tried on it; `eval/injection/*.tsv`.
///
/// @param kind what kind of instruction it is, or where it stands if it is everyday text
record Sample(String kind, String text) {
    private static final String FOLDER = "/eval/injection/";

    Sample {
        requireNonNull(kind, "kind");
        requireNonNull(text, "text");
    }

    /// Instructions, each of a family.
    static List<Payload> planted(String name) {
        return all(name).stream()
                .map(sample -> new Payload(sample.kind(), List.of(sample.text().split(" \\|\\| ", -1))))
                .toList();
    }

    /// The lines of a file: a kind, a tab, a text with its line breaks as `\n`.
    static List<Sample> all(String name) {
        try (InputStream in = requireNonNull(Sample.class.getResourceAsStream(FOLDER + name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .map(Sample::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    private static Sample parse(String line) {
        int tab = line.indexOf('\t');
        String text = line.substring(tab + 1).replace("\\\\", "\0").replace("\\n", "\n");
        return new Sample(line.substring(0, tab), text.replace('\0', '\\'));
    }
}
