package dev.analystcopilot.eval.report;

import dev.analystcopilot.eval.Measured;
import dev.analystcopilot.eval.ResultTable;
import dev.analystcopilot.eval.Row;
import dev.analystcopilot.eval.Score;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The page `docs/results.md`: a block for each suite, made from the results that are kept in `eval/results`.
public final class ResultsPage {
    private static final String HEAD = """
            # Results

            Made by the commands below from `eval/results/*.json`; not written by hand. Higher is better unless the name says
            milliseconds or seconds. "–" was not scored, for the reason beneath its table.
            """;

    private ResultsPage() {}

    /// In the order of the suites' names.
    public static String of(List<Measured> results) {
        return HEAD
                + results.stream()
                        .sorted(Comparator.comparing(Measured::suite))
                        .map(ResultsPage::block)
                        .collect(Collectors.joining());
    }

    private static String block(Measured measured) {
        var text = new StringBuilder("\n## ")
                .append(measured.suite())
                .append("\n\n")
                .append(measured.result().what().strip())
                .append("\n\n`")
                .append(measured.command())
                .append("` · ")
                .append(measured.date())
                .append(" · ")
                .append(measured.machine())
                .append(" · %.0f s\n".formatted(measured.seconds()));
        measured.result().tables().forEach(table -> text.append('\n').append(markdown(table)));
        if (!measured.result().notes().isEmpty()) {
            text.append('\n');
            measured.result()
                    .notes()
                    .forEach(note -> text.append("- ").append(note).append('\n'));
        }
        return text.toString();
    }

    private static String markdown(ResultTable table) {
        List<String> columns = table.columns();
        var text = new StringBuilder("| ").append(cell(table.title()));
        columns.forEach(column -> text.append(" | ").append(cell(column)));
        text.append(" |\n|---").append("|---:".repeat(columns.size())).append("|\n");
        var reasons = new TreeMap<String, String>();
        for (Row row : table.rows()) {
            text.append("| ").append(cell(row.name()));
            for (String column : columns) {
                Score score = row.values().get(column);
                text.append(" | ").append(score == null ? "" : Numbers.text(score));
                if (score instanceof Score.Unscored(String reason)) {
                    reasons.putIfAbsent(row.name(), reason);
                }
            }
            text.append(" |\n");
        }
        if (!reasons.isEmpty()) {
            text.append("\nNot scored: ")
                    .append(reasons.entrySet().stream()
                            .map(entry -> entry.getKey() + ": " + entry.getValue())
                            .collect(Collectors.joining("; ")))
                    .append(".\n");
        }
        return text.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
