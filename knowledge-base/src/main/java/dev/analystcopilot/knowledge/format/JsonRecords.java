package dev.analystcopilot.knowledge.format;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.AlertIds;
import dev.analystcopilot.knowledge.format.dialect.JsonFormat;
import dev.analystcopilot.knowledge.format.field.UnreadableRecordException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Alerts of JSON objects. An alert's `raw` is the object's text as it came; only where labels had to be taken out, it
/// is written anew.
final class JsonRecords implements RecordParser {
    /// Decimals stay decimals: a time such as 1642723347.123456 must not be rounded, nor a number be spelt otherwise.
    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final ObjectWriter CANONICAL = MAPPER.writer(JsonNodeFeature.WRITE_PROPERTIES_SORTED);

    private final JsonFormat format;
    private final AlertIds ids;

    JsonRecords(JsonFormat format, AlertIds ids) {
        this.format = format;
        this.ids = ids;
    }

    @Override
    public Alert parse(String text) {
        String json = SyslogHeader.without(text);
        ObjectNode record = object(json);
        int fields = record.size();
        record.remove(LABELS);
        String raw = record.size() == fields ? json : MAPPER.writeValueAsString(record);
        return format.read(record).toAlert(raw, source -> ids.next(source, CANONICAL.writeValueAsString(record)));
    }

    /// @throws UnreadableRecordException if the text is no JSON object
    static ObjectNode object(String text) {
        JsonNode node;
        try {
            node = MAPPER.readTree(SyslogHeader.without(text));
        } catch (JacksonException e) {
            throw new UnreadableRecordException("it is not valid JSON: " + reason(e) + column(e));
        }
        if (node instanceof ObjectNode object) {
            return object;
        }
        throw new UnreadableRecordException("it is no JSON object");
    }

    /// Without the place where an unclosed object began: the parser was told not to quote its input there.
    private static String reason(JacksonException e) {
        String message = e.getOriginalMessage();
        int marker = message.indexOf(" (start marker at");
        return marker < 0 ? message : message.substring(0, marker);
    }

    private static String column(JacksonException e) {
        return e.getLocation() == null || e.getLocation().getColumnNr() < 1
                ? ""
                : " (at character " + e.getLocation().getColumnNr() + ")";
    }
}
