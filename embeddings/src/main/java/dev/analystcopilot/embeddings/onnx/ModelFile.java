package dev.analystcopilot.embeddings.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Objects;
import org.apache.commons.codec.digest.DigestUtils;

/// A model that ships as a resource at the root of a jar, pinned to its content.
///
/// @param resource the resource's name, such as `bge-small-en-v1.5.onnx`
/// @param bytes    its size
/// @param sha256   its SHA-256 in lower-case hexadecimal digits
public record ModelFile(String resource, long bytes, String sha256) {
    private static final int NAME_DIGITS = 12;

    public ModelFile {
        Objects.requireNonNull(resource, "resource");
        if (bytes < 1 || !sha256.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("%s: %d bytes, SHA-256 %s".formatted(resource, bytes, sha256));
        }
    }

    /// The model as a file that can be opened by its path. Copied out of the jar once, then found again by its
    /// content's
    /// hash; processes that copy at the same time do not disturb each other.
    ///
    /// @throws ModelException.Unreadable if the resource is missing or another than was pinned, or cannot be
    ///     written
    public Path extract() {
        try {
            return extractTo(CacheDirectory.get());
        } catch (IOException e) {
            String remedy = "cannot copy %s (%d MB) to a file; -Djava.io.tmpdir=DIR names another folder"
                    .formatted(resource, bytes / 1_000_000);
            throw new ModelException.Unreadable(remedy, e);
        }
    }

    Path extractTo(Path directory) throws IOException {
        int dot = resource.lastIndexOf('.');
        Path file = directory.resolve(
                resource.substring(0, dot) + "-" + sha256.substring(0, NAME_DIGITS) + resource.substring(dot));
        if (Files.isRegularFile(file) && Files.size(file) == bytes) {
            return file;
        }
        Path part = Files.createTempFile(directory, resource, ".part");
        try {
            String found = copy(part);
            if (!found.equals(sha256)) {
                throw new IOException("%s has SHA-256 %s, not %s".formatted(resource, found, sha256));
            }
            return Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private String copy(Path target) throws IOException {
        ClassLoader loader = Objects.requireNonNull(ModelFile.class.getClassLoader());
        InputStream resourceStream = loader.getResourceAsStream(resource);
        if (resourceStream == null) {
            throw new IOException("no resource " + resource + " on the class path");
        }
        MessageDigest digest = DigestUtils.getSha256Digest();
        try (InputStream in = new DigestInputStream(resourceStream, digest);
                OutputStream out = Files.newOutputStream(target)) {
            in.transferTo(out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
