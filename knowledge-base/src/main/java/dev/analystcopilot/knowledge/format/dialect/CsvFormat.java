package dev.analystcopilot.knowledge.format.dialect;

import dev.analystcopilot.knowledge.format.field.AlertDraft;
import java.util.List;
import java.util.Map;

/// A format whose records are rows of a CSV file with a header.
public non-sealed interface CsvFormat extends AlertFormat {

    /// The columns it cannot do without. A header that has them all, in any order and beside others, is of this format.
    List<String> columns();

    /// What stands between two columns.
    default char delimiter() {
        return ',';
    }

    /// @param row the row's values by column name, without labels
    /// @throws dev.analystcopilot.knowledge.format.field.UnreadableRecordException if it is no alert of this format
    AlertDraft read(Map<String, String> row);
}
