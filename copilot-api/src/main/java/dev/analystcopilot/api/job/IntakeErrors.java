package dev.analystcopilot.api.job;

import dev.analystcopilot.api.job.IntakeResult.Error;
import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.format.AlertRecord;
import dev.analystcopilot.triage.job.IntakeListener;
import java.util.ArrayList;
import java.util.List;

/// Remembers the first of the records that were no alerts.
final class IntakeErrors implements IntakeListener {
    private static final int LISTED = 100;

    private final List<Error> errors = new ArrayList<>();

    @Override
    public void stored(long line, Alert alert) {
        // only what failed is listed
    }

    @Override
    public void rejected(AlertRecord.Rejected record) {
        add(record.line(), record.reason());
    }

    void add(long line, String reason) {
        if (errors.size() < LISTED) {
            errors.add(new Error(line, reason));
        }
    }

    List<Error> listed() {
        return List.copyOf(errors);
    }
}
