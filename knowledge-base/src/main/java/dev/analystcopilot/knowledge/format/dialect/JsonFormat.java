package dev.analystcopilot.knowledge.format.dialect;

import dev.analystcopilot.knowledge.format.field.AlertDraft;
import tools.jackson.databind.JsonNode;

/// A format whose records are JSON objects.
public non-sealed interface JsonFormat extends AlertFormat {

    /// Whether an object looks like a record of this format; asked when nobody named one.
    boolean recognises(JsonNode record);

    /// @param record the object, without labels
    /// @throws dev.analystcopilot.knowledge.format.field.UnreadableRecordException if it is no alert of this format
    AlertDraft read(JsonNode record);
}
