package dev.analystcopilot.knowledge.format;

import dev.analystcopilot.knowledge.alert.Alert;
import java.util.Set;

/// Makes alerts of the record texts of one input.
interface RecordParser {
    /// Columns and top-level fields that say what an alert really was. They are taken out before anything else is
    /// looked
    /// at: triage must never see the answers.
    Set<String> LABELS = Set.of("label", "time_label", "event_label");

    /// @throws dev.analystcopilot.knowledge.format.field.UnreadableRecordException if the text is no alert
    /// @throws IllegalArgumentException if it lacks what every alert has
    Alert parse(String text);
}
