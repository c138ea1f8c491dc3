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
}
