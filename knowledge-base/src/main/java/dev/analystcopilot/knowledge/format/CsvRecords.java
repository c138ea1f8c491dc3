package dev.analystcopilot.knowledge.format;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.AlertIds;
import dev.analystcopilot.knowledge.format.dialect.CsvFormat;
import dev.analystcopilot.knowledge.format.field.UnreadableRecordException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectReader;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

/// Alerts of CSV rows. An alert's `raw` is the row as a JSON object.
final class CsvRecords implements RecordParser {
    private static final CsvMapper MAPPER = new CsvMapper();

    private final CsvFormat format;
    private final ObjectReader rows;
    private final List<String> header;
    private final AlertIds ids;

    CsvRecords(CsvFormat format, List<String> header, AlertIds ids) {
        this.format = format;
        this.rows = rows(format.delimiter());
        this.header = List.copyOf(header);
        this.ids = ids;
    }

    @Override
    public Alert parse(String text) {
        List<String> values = values(rows, text);
        if (values.size() != header.size()) {
            throw new UnreadableRecordException("it has " + values.size() + " columns, the header " + header.size());
        }
        Map<String, String> row = LinkedHashMap.newLinkedHashMap(header.size());
        for (int i = 0; i < values.size(); i++) {
            if (!LABELS.contains(header.get(i))) {
                row.put(header.get(i), values.get(i));
            }
        }
        String raw = JsonRecords.MAPPER.writeValueAsString(row);
        return format.read(row).toAlert(raw, source -> ids.next(source, raw));
    }

    /// The column names of a header line: without blanks around them, in lower case.
    static List<String> header(String line, char delimiter) {
        return values(rows(delimiter), line).stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    /// The columns of a format that a header lacks.
    static List<String> missing(CsvFormat format, List<String> header) {
        List<String> missing = new ArrayList<>(format.columns());
        missing.removeAll(header);
        return missing;
    }

    private static ObjectReader rows(char delimiter) {
        return MAPPER.readerFor(String[].class).with(CsvSchema.emptySchema().withColumnSeparator(delimiter));
    }

    private static List<String> values(ObjectReader rows, String line) {
        try {
            String[] values = rows.readValue(line);
            return List.of(values);
        } catch (JacksonException e) {
            throw new UnreadableRecordException("it is no CSV row: " + e.getOriginalMessage());
        }
    }
}
