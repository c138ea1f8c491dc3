package dev.analystcopilot.eval;

import java.util.LinkedHashSet;
import java.util.List;

/// @param title what the rows have in common, such as the set that they were measured on
public record ResultTable(String title, List<Row> rows) {
    public ResultTable {
        rows = List.copyOf(rows);
    }

    /// The names of all values, in the order of their first appearance.
    public List<String> columns() {
        var columns = new LinkedHashSet<String>();
        rows.forEach(row -> columns.addAll(row.values().keySet()));
        return List.copyOf(columns);
    }
}
