package dev.analystcopilot.knowledge.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.analystcopilot.knowledge.alert.AlertIds;
import dev.analystcopilot.knowledge.format.AlertRecord.Parsed;
import dev.analystcopilot.knowledge.format.AlertRecord.Rejected;
import dev.analystcopilot.knowledge.format.dialect.AlertFormat;
import dev.analystcopilot.knowledge.format.dialect.CsvFormat;
import dev.analystcopilot.knowledge.format.dialect.JsonFormat;
import dev.analystcopilot.knowledge.format.dialect.LineFormat;
import dev.analystcopilot.knowledge.format.field.UnreadableRecordException;
import dev.analystcopilot.knowledge.format.split.ByteWindow;
import dev.analystcopilot.knowledge.format.split.CsvSplitter;
import dev.analystcopilot.knowledge.format.split.Excerpt;
import dev.analystcopilot.knowledge.format.split.JsonLayout;
import dev.analystcopilot.knowledge.format.split.LineSplitter;
import dev.analystcopilot.knowledge.format.split.RawRecord;
import dev.analystcopilot.knowledge.format.split.RecordSplitter;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads one plain input: a file, an entry of an archive, or a stream. Ids are made for it alone, so that the same file
/// gives the same ids whatever else is read with it.
final class InputReading {
    /// How much of the beginning is looked at to tell the format.
    static final int HEAD = 1 << 18;

    /// The longest record. Longer ones are rejected without being held.
    private static final int MAX_RECORD = 16 << 20;

    private static final int MAX_REASON = 300;

    private final String name;
    private final ByteWindow window;
    private final long linesBefore;
    private final RecordHandler handler;
    private final AlertIds ids = new AlertIds();

    /// @param linesBefore how many records were read before this input
    InputReading(String name, InputStream in, long linesBefore, RecordHandler handler) {
        this.name = name;
        this.window = new ByteWindow(in, MAX_RECORD);
        this.linesBefore = linesBefore;
        this.handler = handler;
    }

    /// @param chosen the format; empty to find out
    /// @throws AlertInputException if the input as a whole is not what it should be
    /// @throws IOException if it cannot be read further; the records before were delivered
    void read(Optional<AlertFormat> chosen) throws IOException {
        byte[] head = beginning();
        AlertFormat format = chosen.orElseGet(() -> detected(head));
        switch (format) {
            case JsonFormat json -> deliver(JsonLayout.of(head).splitter(window), new JsonRecords(json, ids));
            case LineFormat line -> deliver(new LineSplitter(window), new LineRecords(line, ids));
            case CsvFormat csv -> {
                var splitter = new CsvSplitter(window, csv.delimiter());
                deliver(splitter, new CsvRecords(csv, header(csv, splitter.next()), ids));
            }
        }
    }

    private AlertFormat detected(byte[] head) {
        return AlertFormats.detect(head)
                .orElseThrow(() -> Problems.undetected(name, Detection.of(head).fields(), AlertFormats.names()));
    }

    /// Looks at the beginning, without the byte order mark, which is taken.
    private byte[] beginning() throws IOException {
        byte[] head = window.peek(HEAD);
        switch (ByteOrderMark.of(head)) {
            case NONE -> {}
            case UTF_8 -> {
                window.take(ByteOrderMark.UTF_8.length());
                head = window.peek(HEAD);
            }
            case UTF_16_BIG, UTF_16_LITTLE -> throw Problems.otherEncoding(name);
        }
        if (head.length < HEAD && new String(head, ISO_8859_1).isBlank()) {
            window.ensureNoFailure();
            throw Problems.empty(name);
        }
        return head;
    }

    private List<String> header(CsvFormat format, @Nullable RawRecord first) {
        List<String> header = switch (first) {
            case RawRecord.Text(String line) -> headerOf(format, line);
            case RawRecord.Broken(String reason, String excerpt) -> List.of(excerpt + " (" + reason + ")");
            case null -> throw Problems.empty(name);
        };
        List<String> missing = CsvRecords.missing(format, header);
        if (!missing.isEmpty()) {
            throw Problems.otherColumns(name, format.name(), format.columns(), header, missing);
        }
        return header;
    }

    private static List<String> headerOf(CsvFormat format, String line) {
        try {
            return CsvRecords.header(line, format.delimiter());
        } catch (UnreadableRecordException e) {
            return List.of(Excerpt.of(line));
        }
    }

    private void deliver(RecordSplitter splitter, RecordParser parser) throws IOException {
        long line = linesBefore;
        for (RawRecord raw = splitter.next(); raw != null; raw = splitter.next()) {
            line++;
            handler.accept(
                    switch (raw) {
                        case RawRecord.Text(String text) -> record(line, text, parser);
                        case RawRecord.Broken(String reason, String excerpt) -> new Rejected(line, reason, excerpt);
                    });
        }
    }

    private static AlertRecord record(long line, String text, RecordParser parser) {
        try {
            return new Parsed(line, parser.parse(text));
        } catch (UnreadableRecordException | IllegalArgumentException e) {
            String reason = Excerpt.of(String.valueOf(e.getMessage()), MAX_REASON);
            return new Rejected(line, reason, Excerpt.of(text));
        }
    }
}
