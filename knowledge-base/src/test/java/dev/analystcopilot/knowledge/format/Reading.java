package dev.analystcopilot.knowledge.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.analystcopilot.knowledge.alert.Alert;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/// What reading an input gave, for tests.
record Reading(List<AlertRecord> records, AlertInputException problem) {

    static Reading of(String format, String text) {
        return of(format, text.getBytes(UTF_8));
    }

    static Reading of(String format, byte[] bytes) {
        return of(format, new ByteArrayInputStream(bytes));
    }

    static Reading of(String format, InputStream in) {
        return of(AlertReader.open(AlertSource.stream("the input", in), format, ReadOptions.none()));
    }

    static Reading of(AlertReader reader) {
        List<AlertRecord> records = new ArrayList<>();
        try {
            reader.read(records::add);
            return new Reading(records, null);
        } catch (AlertInputException e) {
            return new Reading(records, e);
        }
    }

    List<Alert> alerts() {
        return records.stream()
                .filter(AlertRecord.Parsed.class::isInstance)
                .map(record -> ((AlertRecord.Parsed) record).alert())
                .toList();
    }

    List<AlertRecord.Rejected> rejected() {
        return records.stream()
                .filter(AlertRecord.Rejected.class::isInstance)
                .map(AlertRecord.Rejected.class::cast)
                .toList();
    }

    List<String> ids() {
        return alerts().stream().map(Alert::id).toList();
    }

    List<Long> lines() {
        return records.stream().map(AlertRecord::line).toList();
    }
}
