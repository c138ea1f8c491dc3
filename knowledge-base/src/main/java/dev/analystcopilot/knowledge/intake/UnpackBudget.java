package dev.analystcopilot.knowledge.intake;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipInputStream;

/// How much an import may still unpack. Everything counts that is made of packed bytes, also what is skipped, and
/// whether anybody wants it or not: an archive that is made to keep a reader busy ends here.
final class UnpackBudget {
    private final Unpacking.Limits limits;
    private long bytes;
    private int files;

    UnpackBudget(Unpacking.Limits limits) {
        this.limits = limits;
    }

    /// A limit of the whole import was reached: an attack, or more than fits.
    static final class SpentException extends IOException {
        SpentException(String message) {
            super(message);
        }
    }

    void file() throws SpentException {
        if (++files > limits.files()) {
            throw new SpentException("there are more than " + limits.files() + " files: import a part at a time");
        }
    }

    private int take(int count) throws SpentException {
        bytes += Math.max(0, count);
        if (bytes > limits.total()) {
            throw new SpentException(
                    "unpacks to more than %d MB: import a part at a time".formatted(limits.total() >> 20));
        }
        return count;
    }

    InputStream metered(InputStream in) {
        return new Metered(in);
    }

    /// Latin-1 can spell any bytes in names; what they mean is told afterwards.
    ZipInputStream zip(InputStream in) {
        return new Zip(in);
    }

    private final class Metered extends FilterInputStream {
        Metered(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            var _ = take(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return take(super.read(buffer, offset, length));
        }
    }

    /// What it skips, it reads.
    private final class Zip extends ZipInputStream {
        Zip(InputStream in) {
            super(in, StandardCharsets.ISO_8859_1);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            return take(super.read(buffer, offset, length));
        }
    }
}
