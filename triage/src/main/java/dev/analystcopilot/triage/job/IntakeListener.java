package dev.analystcopilot.triage.job;

import dev.analystcopilot.knowledge.format.AlertRecord;

/// Told of each record once what it says is stored: what an acknowledgement may rest on.
public interface IntakeListener {
    /// Wants to know nothing.
    IntakeListener NONE = new IntakeListener() {
        @Override
        public void stored(long line, String alertId) {}

        @Override
        public void rejected(AlertRecord.Rejected record) {}
    };

    void stored(long line, String alertId);

    void rejected(AlertRecord.Rejected record);
}
