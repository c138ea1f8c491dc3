package dev.analystcopilot.eval.report;

import dev.analystcopilot.eval.Measured;
import dev.analystcopilot.eval.ResultTable;
import dev.analystcopilot.eval.Row;
import dev.analystcopilot.eval.Score;
import dev.analystcopilot.eval.SuiteResult;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Results as JSON: a score is a number, or `{"unscored":"why"}`.
public final class ResultJson {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final double PRECISION = 1e6;

    private ResultJson() {}

    /// On one line.
    public static String line(Measured measured) {
        return JSON.writeValueAsString(map(measured));
    }

    /// Several results on one line.
    public static String line(List<Measured> all) {
        return JSON.writeValueAsString(
                Map.of("results", all.stream().map(ResultJson::map).toList()));
    }

    /// To be kept in a file that people compare.
    public static String file(Measured measured) {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(map(measured)) + "\n";
    }

    /// What [#file] wrote.
    public static Measured parse(String json) {
        JsonNode node = JSON.readTree(json);
        return new Measured(
                node.path("suite").asString(),
                node.path("command").asString(),
                LocalDate.parse(node.path("date").asString()),
                node.path("machine").asString(),
                node.path("seconds").asDouble(),
                new SuiteResult(
                        node.path("what").asString(),
                        node.path("tables").valueStream().map(ResultJson::table).toList(),
                        node.path("notes")
                                .valueStream()
                                .map(note -> note.asString())
                                .toList()));
    }

    private static Map<String, Object> map(Measured measured) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("suite", measured.suite());
        map.put("command", measured.command());
        map.put("date", measured.date().toString());
        map.put("machine", measured.machine());
        map.put("seconds", rounded(measured.seconds()));
        map.put("what", measured.result().what());
        map.put(
                "tables",
                measured.result().tables().stream().map(ResultJson::map).toList());
        map.put("notes", measured.result().notes());
        return map;
    }

    private static Map<String, Object> map(ResultTable table) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("title", table.title());
        map.put("rows", table.rows().stream().map(ResultJson::map).toList());
        return map;
    }

    private static Map<String, Object> map(Row row) {
        Map<String, Object> values = new LinkedHashMap<>();
        row.values().forEach((name, score) -> values.put(name, value(score)));
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", row.name());
        map.put("values", values);
        return map;
    }

    private static Object value(Score score) {
        return switch (score) {
            case Score.Graded graded -> rounded(graded.value());
            case Score.Unscored unscored -> Map.of("unscored", unscored.reason());
        };
    }

    private static double rounded(double value) {
        return Math.rint(value * PRECISION) / PRECISION;
    }

    private static ResultTable table(JsonNode node) {
        return new ResultTable(
                node.path("title").asString(),
                node.path("rows").valueStream().map(ResultJson::row).toList());
    }

    private static Row row(JsonNode node) {
        Map<String, Score> values = new LinkedHashMap<>();
        node.path("values").forEachEntry((name, value) -> values.put(name, score(value)));
        return new Row(node.path("name").asString(), values);
    }

    private static Score score(JsonNode node) {
        return node.isNumber()
                ? Score.of(node.asDouble())
                : Score.none(node.path("unscored").asString());
    }
}
