package dev.analystcopilot.knowledge.format.split;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// One record a line; blank lines are none. Whatever a line holds, the next one is found.
public final class LineSplitter implements RecordSplitter {
    private final ByteWindow window;

    public LineSplitter(ByteWindow window) {
        this.window = window;
    }

    @Override
    public @Nullable RawRecord next() throws IOException {
        while (true) {
            int end = newline(window, 0);
            if (end < 0 && window.full()) {
                String excerpt = Records.excerpt(window, window.length());
                skipLine(window);
                return Records.tooLong(window.limit(), excerpt);
            }
            int length = end < 0 ? window.length() : end;
            int from = 0;
            while (from < length && Records.blank(window.at(from))) {
                from++;
            }
            int to = length;
            while (to > from && Records.blank(window.at(to - 1))) {
                to--;
            }
            RawRecord record = from < to ? Records.of(window, from, to - from) : null;
            window.take(end < 0 ? length : length + 1);
            if (record != null || end < 0) {
                return record;
            }
        }
    }

    /// Where the first newline lies, from a position on; -1 if the window gets full or the stream ends before one.
    static int newline(ByteWindow window, int from) throws IOException {
        int position = from;
        while (true) {
            byte[] bytes = window.array();
            int offset = window.offset();
            int length = window.length();
            for (; position < length; position++) {
                if (bytes[offset + position] == '\n') {
                    return position;
                }
            }
            if (!window.more()) {
                return -1;
            }
        }
    }

    /// Takes everything up to and with the next newline, holding none of it.
    static void skipLine(ByteWindow window) throws IOException {
        while (true) {
            int end = newline(window, 0);
            if (end >= 0) {
                window.take(end + 1);
                return;
            }
            if (window.length() == 0) {
                return;
            }
            window.take(window.length());
        }
    }
}
