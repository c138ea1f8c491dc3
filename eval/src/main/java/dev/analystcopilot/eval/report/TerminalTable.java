package dev.analystcopilot.eval.report;

import dev.analystcopilot.eval.ResultTable;
import dev.analystcopilot.eval.Row;
import dev.analystcopilot.eval.Score;
import java.util.List;
import java.util.stream.Collectors;

/// A table in columns of equal width.
public final class TerminalTable {
    private static final int NARROWEST = 8;

    private TerminalTable() {}

    public static String of(ResultTable table) {
        List<String> columns = table.columns();
        int first =
                table.rows().stream().mapToInt(row -> row.name().length()).max().orElse(0);
        var text = new StringBuilder(table.title())
                .append('\n')
                .append(" ".repeat(first))
                .append(columns.stream()
                        .map(column -> "  " + padded(column, width(column)))
                        .collect(Collectors.joining()))
                .append('\n');
        for (Row row : table.rows()) {
            text.append(row.name()).append(" ".repeat(first - row.name().length()));
            for (String column : columns) {
                Score score = row.values().get(column);
                text.append("  ").append(padded(score == null ? "" : Numbers.text(score), width(column)));
            }
            text.append('\n');
        }
        return text.toString();
    }

    private static int width(String column) {
        return Math.max(NARROWEST, column.length());
    }

    private static String padded(String text, int width) {
        return " ".repeat(Math.max(0, width - text.length())) + text;
    }
}
