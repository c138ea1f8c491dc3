package dev.analystcopilot.eval.technique;

import dev.analystcopilot.embeddings.text.TextEmbedder;
import dev.analystcopilot.embeddings.text.Vector;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Vectors of texts, kept in a file between runs: by the text's SHA-256, then the numbers.
final class VectorCache {
    private static final int HASH = 32;
    private static final int PORTION = 2_000;

    private final Path file;
    private final TextEmbedder embedder;
    private final Consumer<String> progress;
    private final Map<String, Vector> known = new HashMap<>();

    VectorCache(Path file, TextEmbedder embedder, Consumer<String> progress) {
        this.file = file;
        this.embedder = embedder;
        this.progress = progress;
        if (Files.exists(file)) {
            read();
        }
    }

    /// One for each text, in their order.
    List<Vector> of(List<String> texts) {
        List<String> missing = texts.stream()
                .distinct()
                .filter(text -> !known.containsKey(hash(text)))
                .toList();
        for (int from = 0; from < missing.size(); from += PORTION) {
            progress.accept("embedding: %d of %d".formatted(from, missing.size()));
            List<String> portion = missing.subList(from, Math.min(missing.size(), from + PORTION));
            List<Vector> vectors = embedder.embed(portion);
            append(portion, vectors);
        }
        return texts.stream().map(text -> known.get(hash(text))).toList();
    }

    private void append(List<String> texts, List<Vector> vectors) {
        try (var out = new DataOutputStream(new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)))) {
            for (int i = 0; i < texts.size(); i++) {
                String hash = hash(texts.get(i));
                known.put(hash, vectors.get(i));
                out.write(HexFormat.of().parseHex(hash));
                for (float value : vectors.get(i).toArray()) {
                    out.writeFloat(value);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep vectors in " + file, e);
        }
    }

    private void read() {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            byte[] hash = new byte[HASH];
            while (in.readNBytes(hash, 0, HASH) == HASH) {
                float[] values = new float[embedder.dimension()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = in.readFloat();
                }
                known.put(HexFormat.of().formatHex(hash), Vector.of(values));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read: remove it", e);
        }
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
