package dev.analystcopilot.knowledge.intake;

import dev.analystcopilot.knowledge.source.SourceFile;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/// Finds the files in a folder, in archives, and in archives in archives. Nothing is written to disk; how much an
/// archive
/// may hold is bounded, and a damaged one is named while the others go on.
final class Unpacking {
    private static final int MAX_DEPTH = 4;
    private static final int BUFFER = 1 << 16;

    /// How much is unpacked at most.
    ///
    /// @param file bytes of one file
    /// @param total bytes of all files
    /// @param files how many
    record Limits(long file, long total, int files) {
        static final Limits STANDARD = new Limits(256L << 20, 2L << 30, 200_000);
    }

    /// Takes what is found.
    interface Visitor {
        void file(String name, byte[] bytes);

        void problem(String name, String reason);
    }

    private final Predicate<String> wanted;
    private final Visitor visitor;
    private final Limits limits;
    private long total;
    private int files;

    /// @param wanted by name, without `.gz`
    Unpacking(Predicate<String> wanted, Visitor visitor, Limits limits) {
        this.wanted = wanted;
        this.visitor = visitor;
        this.limits = limits;
    }

    /// A limit was reached: an attack, or more than fits.
    private static final class TooMuchException extends IOException {
        TooMuchException(String message) {
            super(message);
        }
    }

    /// All files in and below a folder, in the order of their names; or one file.
    void walk(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            visit(path, String.valueOf(path.getFileName()));
            return;
        }
        List<Path> found;
        try (Stream<Path> paths = Files.walk(path)) {
            found = paths.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : found) {
            visit(file, path.relativize(file).toString().replace('\\', '/'));
        }
    }

    private void visit(Path file, String name) {
        if (!mayHold(name)) {
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            visit(name, in, 0);
        } catch (IOException e) {
            visitor.problem(name, "cannot be read: " + e.getMessage());
        }
    }

    private boolean mayHold(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".zip") || wanted.test(plain(name));
    }

    /// The name of what a `.gz` holds.
    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    }

    private void visit(String name, InputStream in, int depth) throws IOException {
        byte[] magic = in.readNBytes(4);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(magic), in);
        boolean gzip = magic.length >= 2 && magic[0] == 0x1f && (magic[1] & 0xff) == 0x8b;
        if (depth > MAX_DEPTH) {
            throw new TooMuchException("archives are nested more than " + MAX_DEPTH + " deep");
        }
        if (gzip) {
            visit(plain(name), new GZIPInputStream(whole, BUFFER), depth + 1);
        } else if (name.toLowerCase(Locale.ROOT).endsWith(".zip")) {
            entries(name, whole, depth + 1);
        } else if (wanted.test(name)) {
            visitor.file(name, bytes(whole));
        }
    }

    private void entries(String name, InputStream in, int depth) throws IOException {
        // Latin-1 can spell any bytes; what they mean is told afterwards.
        var zip = new ZipInputStream(in, StandardCharsets.ISO_8859_1);
        boolean any = false;
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            any = true;
            String inner = name + "!" + decoded(entry.getName());
            if (!entry.isDirectory() && !inner.contains("__MACOSX/") && mayHold(inner)) {
                entry(inner, zip, depth);
            }
        }
        if (!any) {
            throw new IOException("this is no zip archive, or an empty one");
        }
    }

    private void entry(String name, InputStream in, int depth) throws IOException {
        try {
            visit(name, new StaysOpen(in), depth);
        } catch (TooMuchException e) {
            throw e;
        } catch (ZipException e) {
            visitor.problem(name, "cannot be unpacked: " + e.getMessage());
        }
    }

    private byte[] bytes(InputStream in) throws IOException {
        if (++files > limits.files()) {
            throw new TooMuchException("more than " + limits.files() + " files: import a part at a time");
        }
        long room = Math.min(limits.file(), limits.total() - total);
        byte[] bytes = in.readNBytes((int) Math.min(room + 1, Integer.MAX_VALUE - 8));
        if (bytes.length > room) {
            throw new TooMuchException("unpacks to more than %d MB: import a part at a time".formatted(room >> 20));
        }
        total += bytes.length;
        return bytes;
    }

    /// The end of an entry is not the end of its archive.
    private static final class StaysOpen extends FilterInputStream {
        StaysOpen(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // the archive is closed by whoever opened it
        }
    }

    /// UTF-8 or GB 18030, whatever the archive says of itself.
    private static String decoded(String name) {
        if (name.chars().anyMatch(c -> c > 0xff)) {
            return name;
        }
        return SourceFile.decode(name.getBytes(StandardCharsets.ISO_8859_1)).orElse(name);
    }
}
