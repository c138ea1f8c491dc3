package dev.analystcopilot.knowledge.format.split;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// Rows of a CSV file (RFC 4180): a quoted field may hold newlines. A quote that opens and never closes properly costs
/// its own line only: reading goes on with the line after it.
public final class CsvSplitter implements RecordSplitter {
    private final ByteWindow window;
    private final byte separator;

    /// @param separator what stands between fields
    public CsvSplitter(ByteWindow window, char separator) {
        this.window = window;
        this.separator = (byte) separator;
    }

    @Override
    public @Nullable RawRecord next() throws IOException {
        while (true) {
            int lineEnd = LineSplitter.newline(window, 0);
            int firstLine = lineEnd < 0 ? window.length() : lineEnd;
            if (!hasQuote(firstLine)) {
                if (lineEnd < 0 && window.full()) {
                    return tooLong();
                }
                RawRecord record = row(firstLine);
                window.take(lineEnd < 0 ? firstLine : firstLine + 1);
                if (record != null || lineEnd < 0) {
                    return record;
                }
            } else {
                return quotedRow(lineEnd);
            }
        }
    }

    private boolean hasQuote(int length) {
        byte[] bytes = window.array();
        int offset = window.offset();
        for (int i = 0; i < length; i++) {
            if (bytes[offset + i] == '"') {
                return true;
            }
        }
        return false;
    }

    /// A row that ends before position `end`; null if there is nothing in it.
    private @Nullable RawRecord row(int end) {
        int to = end > 0 && window.at(end - 1) == '\r' ? end - 1 : end;
        int from = 0;
        while (from < to && Records.blank(window.at(from))) {
            from++;
        }
        return from == to ? null : Records.of(window, 0, to);
    }

    private RawRecord quotedRow(int lineEnd) throws IOException {
        var state = State.FIELD_START;
        for (int i = 0; available(i); i++) {
            byte b = window.at(i);
            switch (state) {
                case QUOTED -> {
                    if (b == '"') {
                        if (available(i + 1) && window.at(i + 1) == '"') {
                            i++;
                        } else {
                            state = State.QUOTE_CLOSED;
                        }
                    }
                }
                case FIELD_START, PLAIN, QUOTE_CLOSED -> {
                    if (b == '\n') {
                        RawRecord record = Records.of(window, 0, i > 0 && window.at(i - 1) == '\r' ? i - 1 : i);
                        window.take(i + 1);
                        return record;
                    } else if (b == separator) {
                        state = State.FIELD_START;
                    } else if (b == '"' && state == State.FIELD_START) {
                        state = State.QUOTED;
                    } else if (state != State.QUOTE_CLOSED) {
                        state = State.PLAIN;
                    } else if (b != '\r') {
                        return dropLine(lineEnd, "text follows a closing quote");
                    }
                }
            }
        }
        if (state == State.QUOTED) {
            return dropLine(lineEnd, "a quote opens and never closes");
        }
        if (window.full()) {
            return tooLong();
        }
        int length = window.length();
        RawRecord record = Records.of(window, 0, length);
        window.take(length);
        return record;
    }

    private boolean available(int position) throws IOException {
        while (position >= window.length()) {
            if (!window.more()) {
                return false;
            }
        }
        return true;
    }

    private RawRecord dropLine(int lineEnd, String reason) throws IOException {
        String excerpt = Records.excerpt(window, lineEnd < 0 ? window.length() : lineEnd);
        LineSplitter.skipLine(window);
        return new RawRecord.Broken(reason, excerpt);
    }

    private RawRecord tooLong() throws IOException {
        String excerpt = Records.excerpt(window, window.length());
        LineSplitter.skipLine(window);
        return Records.tooLong(window.limit(), excerpt);
    }

    private enum State {
        FIELD_START,
        PLAIN,
        QUOTED,
        QUOTE_CLOSED
    }
}
