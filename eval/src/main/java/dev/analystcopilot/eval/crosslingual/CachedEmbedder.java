package dev.analystcopilot.eval.crosslingual;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Keeps vectors in a file between runs. Questions are told from passages.
final class CachedEmbedder implements TextEmbedder {
    private static final int SLICE = 256;

    private final TextEmbedder embedder;
    private final Path file;
    private final Map<String, Vector> known = new HashMap<>();

    CachedEmbedder(TextEmbedder embedder, Path folder) {
        this.embedder = embedder;
        this.file = folder.resolve(embedder.model() + ".vectors");
        load();
    }

    private void load() {
        if (!Files.exists(file)) {
            return;
        }
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (true) {
                String key = in.readUTF();
                float[] values = new float[embedder.dimension()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = in.readFloat();
                }
                known.put(key, Vector.of(values));
            }
        } catch (EOFException e) {
            // The end, or a last record that an interrupted run left half written: it is embedded anew.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
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
        List<String> missing = texts.stream()
                .distinct()
                .filter(text -> !known.containsKey(key("p", text)))
                .toList();
        for (int from = 0; from < missing.size(); from += SLICE) {
            List<String> slice = missing.subList(from, Math.min(missing.size(), from + SLICE));
            List<Vector> vectors = embedder.embed(slice);
            Map<String, Vector> found = new HashMap<>();
            for (int i = 0; i < slice.size(); i++) {
                found.put(key("p", slice.get(i)), vectors.get(i));
            }
            keep(found);
        }
        List<Vector> all = new ArrayList<>();
        texts.forEach(text -> all.add(known.get(key("p", text))));
        return all;
    }

    @Override
    public Vector embedQuery(String question) {
        String key = key("q", question);
        Vector kept = known.get(key);
        if (kept != null) {
            return kept;
        }
        Vector fresh = embedder.embedQuery(question);
        keep(Map.of(key, fresh));
        return fresh;
    }

    private void keep(Map<String, Vector> found) {
        try (var out = new DataOutputStream(new BufferedOutputStream(
                Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)))) {
            for (var entry : found.entrySet()) {
                out.writeUTF(entry.getKey());
                for (float value : entry.getValue().toArray()) {
                    out.writeFloat(value);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
        known.putAll(found);
    }

    private static String key(String use, String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            return use + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    @Override
    public void close() {
        embedder.close();
    }
}
