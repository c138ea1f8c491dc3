package dev.analystcopilot.knowledge.format;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.AlertIds;
import dev.analystcopilot.knowledge.format.dialect.LineFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/// Alerts of lines. An alert's `raw` is the line's fields as a JSON object.
final class LineRecords implements RecordParser {
    private final LineFormat format;
    private final AlertIds ids;

    LineRecords(LineFormat format, AlertIds ids) {
        this.format = format;
        this.ids = ids;
    }

    @Override
    public Alert parse(String text) {
        Map<String, String> fields = new LinkedHashMap<>(format.fields(text));
        fields.keySet().removeAll(LABELS);
        String raw = JsonRecords.MAPPER.writeValueAsString(fields);
        return format.read(fields).toAlert(raw, source -> ids.next(source, raw));
    }
}
