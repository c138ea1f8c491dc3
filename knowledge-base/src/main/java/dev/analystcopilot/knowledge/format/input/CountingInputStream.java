package dev.analystcopilot.knowledge.format.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;

/// Adds what is read to a count that others may look at.
public final class CountingInputStream extends FilterInputStream {
    private final AtomicLong count;

    public CountingInputStream(InputStream in, AtomicLong count) {
        super(in);
        this.count = count;
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        if (b >= 0) {
            count.incrementAndGet();
        }
        return b;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = in.read(target, offset, length);
        if (read > 0) {
            count.addAndGet(read);
        }
        return read;
    }

    @Override
    public long skip(long n) throws IOException {
        long skipped = in.skip(n);
        count.addAndGet(skipped);
        return skipped;
    }

    /// Never nothing: the gzip reader takes 0 for the end of the last member, which on a slow network it need not be.
    @Override
    public int available() throws IOException {
        return Math.max(1, in.available());
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
