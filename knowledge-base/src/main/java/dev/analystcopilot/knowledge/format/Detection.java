package dev.analystcopilot.knowledge.format;

import dev.analystcopilot.knowledge.format.dialect.AlertFormat;
import dev.analystcopilot.knowledge.format.dialect.CsvFormat;
import dev.analystcopilot.knowledge.format.dialect.JsonFormat;
import dev.analystcopilot.knowledge.format.dialect.LineFormat;
import dev.analystcopilot.knowledge.format.field.UnreadableRecordException;
import dev.analystcopilot.knowledge.format.split.ByteWindow;
import dev.analystcopilot.knowledge.format.split.CsvSplitter;
import dev.analystcopilot.knowledge.format.split.JsonLayout;
import dev.analystcopilot.knowledge.format.split.LineSplitter;
import dev.analystcopilot.knowledge.format.split.RawRecord;
import dev.analystcopilot.knowledge.format.split.RecordSplitter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/// Tells the format of an input from its beginning.
final class Detection {
    private static final int RECORDS = 50;

    private final List<ObjectNode> objects;
    private final List<String> lines;
    private final List<String> header;

    private Detection(List<ObjectNode> objects, List<String> lines, List<String> header) {
        this.objects = objects;
        this.lines = lines;
        this.header = header;
    }

    static Detection of(byte[] beginning) {
        byte[] head = ByteOrderMark.of(beginning) == ByteOrderMark.UTF_8
                ? Arrays.copyOfRange(beginning, ByteOrderMark.UTF_8.length(), beginning.length)
                : beginning;
        return new Detection(objects(head), lines(head), header(head));
    }

    /// The first of some formats that the beginning looks like.
    Optional<AlertFormat> among(List<AlertFormat> formats) {
        return formats.stream().filter(this::fits).findFirst();
    }

    /// The names of the fields it begins with; empty if there are none.
    List<String> fields() {
        return objects.isEmpty() ? header : List.copyOf(objects.getFirst().propertyNames());
    }

    private boolean fits(AlertFormat format) {
        return switch (format) {
            case JsonFormat json -> objects.stream().anyMatch(json::recognises);
            case CsvFormat csv -> CsvRecords.missing(csv, header).isEmpty();
            case LineFormat line -> lines.stream().anyMatch(line::recognises);
        };
    }

    private static List<ObjectNode> objects(byte[] head) {
        List<ObjectNode> objects = new ArrayList<>();
        RecordSplitter splitter = JsonLayout.of(head).splitter(window(head));
        for (int i = 0; i < RECORDS; i++) {
            try {
                if (!(splitter.next() instanceof RawRecord.Text(String text))) {
                    continue;
                }
                objects.add(JsonRecords.object(text));
            } catch (UnreadableRecordException ignored) {
                // The next record may be a good one.
            } catch (IOException ignored) {
                break;
            }
        }
        return objects;
    }

    private static List<String> lines(byte[] head) {
        List<String> lines = new ArrayList<>();
        var splitter = new LineSplitter(window(head));
        try {
            for (int i = 0; i < RECORDS; i++) {
                if (splitter.next() instanceof RawRecord.Text(String text)) {
                    lines.add(text);
                }
            }
        } catch (IOException ignored) {
            // What was read tells enough.
        }
        return lines;
    }

    private static List<String> header(byte[] head) {
        try {
            return new CsvSplitter(window(head), ',').next() instanceof RawRecord.Text(String line)
                    ? CsvRecords.header(line, ',')
                    : List.of();
        } catch (UnreadableRecordException | IOException ignored) {
            return List.of();
        }
    }

    private static ByteWindow window(byte[] head) {
        return new ByteWindow(new ByteArrayInputStream(head), head.length + 1);
    }
}
