package dev.analystcopilot.eval.crosslingual;

import dev.analystcopilot.embeddings.text.BgeEmbedder;
import dev.analystcopilot.embeddings.text.LinearMap;
import dev.analystcopilot.eval.retrieval.CachedEmbedder;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Fits the shipped maps between the models of both languages and writes them to `embeddings`. The same texts give the
/// same maps: nothing in it is random. To be run again when the shipped documents or the glossary have grown.
public final class LanguageMapTraining {
    private LanguageMapTraining() {}

    /// @param arguments none, or the folder that keeps vectors between runs
    public static void main(String[] arguments) {
        Path root =
                Path.of(System.getProperty("copilot.root", "")).toAbsolutePath().normalize();
        Path cache = arguments.length > 0 ? Path.of(arguments[0]) : root.resolve("build/eval-cache/vectors");
        try (var english = new CachedEmbedder(BgeEmbedder.english(), cache);
                var chinese = new CachedEmbedder(BgeEmbedder.chinese(), cache)) {
            var texts = ParallelTexts.of(OwnContent.of(root), root, false);
            System.out.println("texts in both languages: " + texts.size());
            var maps = new LanguageMaps(texts, english, chinese);
            Path folder = root.resolve("embeddings/src/main/resources/embeddings");
            write(maps.chineseToEnglish(LanguageMaps.RIDGE), folder.resolve("bge-zh-to-en.map"));
            write(maps.englishToChinese(LanguageMaps.RIDGE), folder.resolve("bge-en-to-zh.map"));
        }
    }

    private static void write(LinearMap map, Path file) {
        try {
            Files.createDirectories(file.getParent());
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
                map.write(out);
            }
            System.out.println(file + ": " + Files.size(file) + " bytes");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
