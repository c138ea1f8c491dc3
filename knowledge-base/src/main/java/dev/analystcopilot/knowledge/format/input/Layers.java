package dev.analystcopilot.knowledge.format.input;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/// Peels compression and archives off a stream, told by their first bytes, not by names: gzip, zip with all its
/// entries,
/// and one in the other. Nothing is unpacked to disk or held in memory.
public final class Layers {
    /// Archives in archives in archives are an attack rather than an export.
    private static final int MAX_DEPTH = 4;

    private static final int BUFFER = 1 << 16;

    private Layers() {}

    /// Hands every plain stream inside `in` to the visitor, which need not read it to its end.
    ///
    /// @param name what messages call the input; entries of a zip are `name!entry`
    /// @throws IOException if an archive is damaged, or the visitor throws it
    public static void visit(String name, InputStream in, Visitor visitor) throws IOException {
        visit(name, in, visitor, 0);
    }

    private static void visit(String name, InputStream in, Visitor visitor, int depth) throws IOException {
        byte[] magic = in.readNBytes(4);
        // No BufferedInputStream and no PushbackInputStream over a decompressor: where it fails in the middle of a
        // read, they lose what they had taken before, and a truncated file would lose its last records.
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(magic), in);
        boolean gzip = magic.length >= 2 && magic[0] == 0x1f && (magic[1] & 0xff) == 0x8b;
        boolean zip = magic.length == 4
                && magic[0] == 'P'
                && magic[1] == 'K'
                && (magic[2] == 3 || magic[2] == 5)
                && magic[3] == magic[2] + 1;
        if ((gzip || zip) && depth >= MAX_DEPTH) {
            throw new ZipException("archives are nested more than " + MAX_DEPTH + " deep");
        } else if (gzip) {
            visit(name, new GZIPInputStream(whole, BUFFER), visitor, depth + 1);
        } else if (zip) {
            entries(name, new BufferedInputStream(whole, BUFFER), visitor, depth + 1);
        } else {
            visitor.visit(name, whole);
        }
    }

    private static void entries(String name, InputStream in, Visitor visitor, int depth) throws IOException {
        // Names serve messages only; Latin-1 can spell any bytes, while old archivers write names in every encoding.
        var zip = new ZipInputStream(in, StandardCharsets.ISO_8859_1);
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
            if (!entry.isDirectory() && !entry.getName().startsWith("__MACOSX/")) {
                visit(name + "!" + entry.getName(), new StaysOpen(zip), visitor, depth);
            }
        }
    }

    /// Takes the plain streams of an input.
    @FunctionalInterface
    public interface Visitor {
        void visit(String name, InputStream plain) throws IOException;
    }

    /// The end of an entry is not the end of its archive.
    private static final class StaysOpen extends FilterInputStream {
        StaysOpen(InputStream in) {
            super(in);
        }

        @Override
        public void close() {
            // the archive closes itself
        }
    }
}
