package dev.analystcopilot.triage.model;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.postgres.ModelRow;
import dev.analystcopilot.knowledge.postgres.ModelRow.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import org.apache.commons.codec.digest.DigestUtils;

/// A model as it is stored and sent: an ONNX file, and a card that says in JSON what it was made of, how, and how it
/// did. Equal by value.
public final class ModelFile {
    private static final int VERSION_LENGTH = 12;
    private static final String ONNX = ".onnx";
    private static final String CARD = ".json";

    private final byte[] bytes;
    private final String card;
    private final String version;

    /// @param card a JSON object
    public ModelFile(byte[] bytes, String card) {
        this.bytes = bytes.clone();
        this.card = requireNonNull(card, "card");
        this.version = DigestUtils.sha256Hex(bytes).substring(0, VERSION_LENGTH);
    }

    /// @param onnx the model's file; its card lies beside it with the ending `.json`, or there is none
    public static ModelFile read(Path onnx) {
        try {
            Path card = beside(onnx);
            return new ModelFile(Files.readAllBytes(onnx), Files.exists(card) ? Files.readString(card) : "{}");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the model " + onnx, e);
        }
    }

    /// Writes `name.onnx` and its card `name.json`, over what was there.
    ///
    /// @return the ONNX file
    public Path write(Path folder, String name) {
        Path onnx = folder.resolve(name + ONNX);
        try {
            Files.createDirectories(folder);
            Files.write(onnx, bytes);
            Files.writeString(beside(onnx), card, StandardCharsets.UTF_8);
            return onnx;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the model to " + folder, e);
        }
    }

    private static Path beside(Path onnx) {
        String name = onnx.getFileName().toString();
        return onnx.resolveSibling(name.substring(0, name.length() - (name.endsWith(ONNX) ? ONNX.length() : 0)) + CARD);
    }

    /// A copy.
    public byte[] bytes() {
        return bytes.clone();
    }

    public String card() {
        return card;
    }

    /// Names the content: the first 12 digits of the bytes' SHA-256.
    public String version() {
        return version;
    }

    public ModelRow row(String kind, Instant madeAt, Status status) {
        return new ModelRow(kind, version, madeAt, status, card);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ModelFile file && Arrays.equals(bytes, file.bytes) && card.equals(file.card);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "model %s (%d bytes)".formatted(version, bytes.length);
    }
}
