package dev.analystcopilot.eval.report;

import dev.analystcopilot.eval.Measured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Where results are kept: a file for each suite, and the page made of them.
///
/// @param results the folder of `<suite>.json`
/// @param page made anew whenever a result is kept
public record ResultFiles(Path results, Path page) {

    public static ResultFiles ofCheckout(Path root) {
        return new ResultFiles(root.resolve("eval/results"), root.resolve("docs/results.md"));
    }

    public static ResultFiles in(Path folder) {
        return new ResultFiles(folder, folder.resolve("results.md"));
    }

    public void keep(Measured measured) {
        try {
            Files.createDirectories(results);
            Files.writeString(results.resolve(measured.suite() + ".json"), ResultJson.file(measured));
            Files.writeString(page, ResultsPage.of(read()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the result of " + measured.suite() + " in " + results, e);
        }
    }

    /// All results that are kept.
    public List<Measured> read() {
        try (var files = Files.list(results)) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .map(ResultFiles::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + results, e);
        }
    }

    private static Measured parse(Path file) {
        try {
            return ResultJson.parse(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
