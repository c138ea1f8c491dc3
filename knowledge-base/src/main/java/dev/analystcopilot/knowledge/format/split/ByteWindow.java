package dev.analystcopilot.knowledge.format.split;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The bytes of a stream between the first one still needed and the last one read. It grows with the record at hand up
/// to a limit, never beyond. Positions count from the first byte still needed, so that they stay valid while the window
/// moves on.
///
/// A failure of the stream is kept until every byte before it was used.
public final class ByteWindow {
    private static final int FIRST_SIZE = 1 << 16;

    private final InputStream in;
    private final int limit;
    private byte[] bytes;
    private int start;
    private int end;
    private boolean ended;
    private @Nullable IOException failure;

    /// @param limit how many bytes it may hold: the longest record it can give
    public ByteWindow(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
        this.bytes = new byte[Math.min(limit, FIRST_SIZE)];
    }

    /// The beginning of what is left, without taking it: `size` bytes, or fewer where the stream ends or fails before.
    public byte[] peek(int size) {
        try {
            while (length() < size && more()) {
                // more() has the effect
            }
        } catch (IOException e) {
            failure = e;
        }
        return Arrays.copyOfRange(bytes, start, start + Math.min(size, length()));
    }

    /// Tells whether [#peek] came upon a failure.
    ///
    /// @throws IOException the failure
    public void ensureNoFailure() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    /// Takes bytes off the front.
    public void take(int count) {
        start += count;
    }

    /// Bytes at hand.
    int length() {
        return end - start;
    }

    boolean full() {
        return length() >= limit;
    }

    /// How many bytes are held for at most one record.
    int limit() {
        return limit;
    }

    byte at(int position) {
        return bytes[start + position];
    }

    /// The array that holds the bytes: position 0 lies at [#offset]. Valid until the next [#more].
    byte[] array() {
        return bytes;
    }

    int offset() {
        return start;
    }

    /// Reads on. False at the end of the stream, and when the window is full.
    boolean more() throws IOException {
        ensureNoFailure();
        if (ended || full()) {
            return false;
        }
        if (end == bytes.length) {
            makeRoom();
        }
        int read = in.read(bytes, end, Math.min(bytes.length - end, limit - length()));
        if (read < 0) {
            ended = true;
            return false;
        }
        end += read;
        return true;
    }

    private void makeRoom() {
        int length = length();
        byte[] target = length > bytes.length / 2 ? new byte[(int) Math.min(limit, bytes.length * 2L)] : bytes;
        System.arraycopy(bytes, start, target, 0, length);
        bytes = target;
        start = 0;
        end = length;
    }
}
