package dev.analystcopilot.knowledge.format.dialect;

import dev.analystcopilot.knowledge.format.field.AlertDraft;
import java.util.Map;

/// A format whose records are lines of text of their own syntax.
public non-sealed interface LineFormat extends AlertFormat {

    /// Whether a line looks like a record of this format; asked when nobody named one.
    boolean recognises(String line);

    /// What a line says, by name and in its order.
    ///
    /// @throws dev.analystcopilot.knowledge.format.field.UnreadableRecordException if it is no line of this format
    Map<String, String> fields(String line);

    /// @param fields the line's fields, without labels
    /// @throws dev.analystcopilot.knowledge.format.field.UnreadableRecordException if it is no alert
    AlertDraft read(Map<String, String> fields);
}
