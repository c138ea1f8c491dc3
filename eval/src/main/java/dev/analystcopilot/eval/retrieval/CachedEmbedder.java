package dev.analystcopilot.eval.retrieval;

import dev.analystcopilot.embeddings.text.TextEmbedder;
import dev.analystcopilot.embeddings.text.Vector;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/// Keeps vectors in a file between runs: embedding takes minutes, the measurements that need it seconds.
public final class CachedEmbedder implements TextEmbedder {
    private final TextEmbedder embedder;
    private final Path file;
    private final Map<String, Vector> known = new HashMap<>();

    /// @param folder for files that may be deleted at any time
    public CachedEmbedder(TextEmbedder embedder, Path folder) {
        this.embedder = embedder;
        this.file = folder.resolve(embedder.model() + ".vectors");
        if (Files.exists(file)) {
            read();
        }
    }

    @Override
    public String model() {
        return embedder.model();
    }

    @Override
    public int dimension() {
        return embedder.dimension();
    }

    @Override
    public List<Vector> embed(List<String> texts) {
        return cached(texts, "p", embedder::embed);
    }

    @Override
    public Vector embedQuery(String question) {
        return cached(List.of(question), "q", one -> List.of(embedder.embedQuery(one.getFirst())))
                .getFirst();
    }

    private synchronized List<Vector> cached(
            List<String> texts, String use, Function<List<String>, List<Vector>> compute) {
        Map<String, String> missing = new LinkedHashMap<>();
        texts.forEach(text -> {
            if (!known.containsKey(key(use, text))) {
                missing.put(key(use, text), text);
            }
        });
        if (!missing.isEmpty()) {
            List<Vector> fresh = compute.apply(List.copyOf(missing.values()));
            Map<String, Vector> added = new LinkedHashMap<>();
            missing.keySet().forEach(key -> added.put(key, fresh.get(added.size())));
            write(added);
            known.putAll(added);
        }
        return texts.stream()
                .map(text -> Objects.requireNonNull(known.get(key(use, text))))
                .toList();
    }

    private void read() {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (true) {
                String key = in.readUTF();
                float[] values = new float[dimension()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = in.readFloat();
                }
                known.put(key, Vector.of(values));
            }
        } catch (EOFException e) {
            // The end, or a record that was being written when its process ended: that text is embedded again.
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private void write(Map<String, Vector> added) {
        try (var out = new DataOutputStream(new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)))) {
            for (var entry : added.entrySet()) {
                out.writeUTF(entry.getKey());
                for (float value : entry.getValue().toArray()) {
                    out.writeFloat(value);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static String key(String use, String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return use + HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public void close() {
        embedder.close();
    }
}
