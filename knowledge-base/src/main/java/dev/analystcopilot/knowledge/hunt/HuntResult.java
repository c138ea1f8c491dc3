package dev.analystcopilot.knowledge.hunt;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// What a hunt found.
///
/// @param query as it was carried out
/// @param total how many alerts there are in all, on this page or not
/// @param columns the names of the rows' values
/// @param rows texts; times as `2022-01-24T03:57:00Z`, what is not known is empty
public record HuntResult(HuntQuery query, long total, List<String> columns, List<List<String>> rows) {
    /// The columns of a list of alerts; a grouped hunt has the field, `alerts`, `first` and `last`.
    public static final List<String> ALERTS =
            List.of("time", "id", "title", "rule", "source", "severity", "outcome", "entities", "disposition", "case");

    public HuntResult {
        requireNonNull(query, "query");
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }
}
