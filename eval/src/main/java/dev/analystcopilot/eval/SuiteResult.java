package dev.analystcopilot.eval;

import java.util.List;

/// What a suite found out.
///
/// @param what was measured on what, in a few sentences of Markdown
/// @param notes what a reader must know to judge the numbers
public record SuiteResult(String what, List<ResultTable> tables, List<String> notes) {
    public SuiteResult {
        tables = List.copyOf(tables);
        notes = List.copyOf(notes);
    }

    /// Whether anything was scored at all. Where the data is missing nothing is, and that is no result to keep.
    public boolean isScored() {
        return tables.stream()
                .flatMap(table -> table.rows().stream())
                .flatMap(row -> row.values().values().stream())
                .anyMatch(Score.Graded.class::isInstance);
    }
}
