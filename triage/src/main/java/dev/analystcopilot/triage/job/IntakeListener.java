package dev.analystcopilot.triage.job;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.format.AlertRecord;

/// Told of each record once what it says is stored: what an acknowledgement may rest on.
public interface IntakeListener {
    /// Wants to know nothing.
    IntakeListener NONE = new IntakeListener() {
        @Override
        public void stored(long line, Alert alert) {}

        @Override
        public void rejected(AlertRecord.Rejected record) {}
    };

    void stored(long line, Alert alert);

    void rejected(AlertRecord.Rejected record);
}
