package dev.analystcopilot.knowledge.reference;

import dev.analystcopilot.knowledge.document.UnreadableDocumentException;
import dev.analystcopilot.knowledge.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvReadFeature;
import tools.jackson.dataformat.csv.CsvSchema;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// Reads CSV with a head, JSON (an array, an object with one, or an object a line) and YAML as rows.
final class RowReader {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final YAMLMapper YAML = YAMLMapper.builder().build();
    private static final CsvMapper CSV =
            CsvMapper.builder().enable(CsvReadFeature.WRAP_AS_ARRAY).build();

    private RowReader() {}

    /// Whether a file of a folder could hold rows.
    static boolean takes(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return List.of(".csv", ".json", ".jsonl", ".ndjson", ".yaml", ".yml", ".stix").stream()
                .anyMatch(lower::endsWith);
    }

    /// @throws UnreadableDocumentException if the file is none of these, or breaks off; the rows before were handed
    /// over
    static void read(SourceFile file, Consumer<Row> rows) {
        String text = file.text();
        String start = text.stripLeading();
        String name = file.name().toLowerCase(Locale.ROOT);
        try {
            if (start.startsWith("{") || start.startsWith("[")) {
                objects(JSON, text, rows);
            } else if (name.endsWith(".yaml")
                    || name.endsWith(".yml")
                    || start.startsWith("- ")
                    || start.startsWith("---")) {
                objects(YAML, SourceFile.withoutEndlessLine(text), rows);
            } else {
                table(text, rows);
            }
        } catch (JacksonException e) {
            String where =
                    e.getLocation() == null ? "" : "line " + e.getLocation().getLineNr() + ": ";
            throw new UnreadableDocumentException(
                    where + e.getOriginalMessage().lines().findFirst().orElse("")
                            + ": mend it there; what stands before it was read");
        }
    }

    private static void objects(ObjectMapper mapper, String text, Consumer<Row> rows) {
        try (JsonParser parser = mapper.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_ARRAY) {
                    elements(parser, rows);
                } else if (token == JsonToken.START_OBJECT) {
                    object(parser, rows);
                }
            }
        }
    }

    private static void elements(JsonParser parser, Consumer<Row> rows) {
        for (JsonToken token = parser.nextToken();
                token != null && token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            long line = parser.currentTokenLocation().getLineNr();
            JsonNode node = parser.readValueAsTree();
            rows.accept(new Row(line, node instanceof ObjectNode object ? fields(object) : Map.of()));
        }
    }

    /// A row by itself, or what holds an array of rows: nothing else of it counts then.
    private static void object(JsonParser parser, Consumer<Row> rows) {
        long line = parser.currentTokenLocation().getLineNr();
        var own = new LinkedHashMap<String, JsonNode>();
        boolean held = false;
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_OBJECT && token != null;
                token = parser.nextToken()) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            boolean list = value == JsonToken.START_ARRAY
                    && List.of("objects", "assets", "indicators", "facts", "items", "data", "rows")
                            .contains(name);
            if (list) {
                held = true;
                elements(parser, rows);
            } else {
                JsonNode tree = parser.readValueAsTree();
                own.put(Row.fieldName(name), tree == null ? JsonNodeFactory.instance.nullNode() : tree);
            }
        }
        if (!held && !own.isEmpty()) {
            rows.accept(new Row(line, own));
        }
    }

    private static Map<String, JsonNode> fields(ObjectNode object) {
        var fields = new LinkedHashMap<String, JsonNode>();
        object.properties().forEach(entry -> fields.put(Row.fieldName(entry.getKey()), entry.getValue()));
        return fields;
    }

    private static void table(String text, Consumer<Row> rows) {
        String first = text.lines()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .findFirst()
                .orElse("");
        char separator =
                first.indexOf('\t') >= 0 ? '\t' : first.indexOf(',') < 0 && first.indexOf(';') >= 0 ? ';' : ',';
        var schema = CsvSchema.emptySchema().withColumnSeparator(separator).withAllowComments(true);
        List<String> header = List.of();
        try (JsonParser parser = CSV.reader().with(schema).createParser(text)) {
            // The array around all rows.
            parser.nextToken();
            while (parser.nextToken() != null) {
                if (parser.currentToken() != JsonToken.START_ARRAY) {
                    continue;
                }
                // The parser stands at the end of the row before.
                long line = parser.currentTokenLocation().getLineNr() + 1L;
                JsonNode cells = parser.readValueAsTree();
                List<String> values = cells.valueStream().map(Row::text).toList();
                if (values.stream().allMatch(String::isEmpty)) {
                    continue;
                }
                if (header.isEmpty()) {
                    header = values.stream().map(Row::fieldName).toList();
                } else {
                    rows.accept(new Row(line, named(header, values)));
                }
            }
        }
        if (header.size() < 2) {
            throw new UnreadableDocumentException(
                    "it has no table: the first line of a CSV names its columns, such as host,owner,criticality");
        }
    }

    private static Map<String, JsonNode> named(List<String> header, List<String> values) {
        var fields = new LinkedHashMap<String, JsonNode>();
        for (int i = 0; i < Math.min(header.size(), values.size()); i++) {
            fields.put(header.get(i), JsonNodeFactory.instance.stringNode(values.get(i)));
        }
        return fields;
    }
}
