package dev.analystcopilot.triage.job;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.format.AlertReader;
import dev.analystcopilot.knowledge.format.AlertRecord;
import dev.analystcopilot.knowledge.postgres.AlertStore;
import dev.analystcopilot.knowledge.postgres.NewAlert;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.triage.fingerprint.Fingerprint;
import dev.analystcopilot.triage.fingerprint.Fingerprinter;
import dev.analystcopilot.triage.report.IntakeCounts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/// Brings the records of an input into the store, in batches of one transaction each. Idempotent: the ids of alerts are
/// a function of the input, and the store passes over what it has. One instance serves one input.
public final class Intake {
    /// One COPY: large enough that its round trips do not count, small enough that memory does not either.
    private static final int BATCH = 2_000;

    private final AlertStore store;
    private final Scope scope;
    private final IntakeListener listener;
    private final Function<Alert, List<String>> signs;
    private final Fingerprinter fingerprinter = new Fingerprinter();
    private final List<NewAlert> batch = new ArrayList<>(BATCH);
    private final List<Long> lines = new ArrayList<>(BATCH);
    private long accepted;
    private long rejected;
    private long deduplicated;

    /// Takes alerts in without a look for signs in their bodies.
    public Intake(AlertStore store, Scope scope, IntakeListener listener) {
        this(store, scope, listener, alert -> List.of());
    }

    /// @param signs the ids of the signs that an alert's body shows
    public Intake(AlertStore store, Scope scope, IntakeListener listener, Function<Alert, List<String>> signs) {
        this.store = store;
        this.scope = scope;
        this.listener = listener;
        this.signs = signs;
    }

    /// Reads to the end; what was readable is stored also when this throws.
    ///
    /// @throws dev.analystcopilot.knowledge.format.AlertInputException as [AlertReader#read] does
    public IntakeCounts read(AlertReader reader, Progress progress) {
        try {
            reader.read(record -> {
                take(record);
                if ((accepted + rejected) % BATCH == 0) {
                    progress.at(
                            Progress.Stage.READ,
                            reader.bytesRead(),
                            reader.bytesTotal().orElse(0));
                }
            });
        } finally {
            flush();
        }
        return counts();
    }

    /// So far; alerts of an unfinished batch included.
    public IntakeCounts counts() {
        return new IntakeCounts(accepted + rejected, accepted, rejected, deduplicated);
    }

    private void take(AlertRecord record) {
        switch (record) {
            case AlertRecord.Parsed(var line, var alert) -> accept(line, alert);
            case AlertRecord.Rejected rejection -> {
                rejected++;
                listener.rejected(rejection);
            }
        }
    }

    private void accept(long line, Alert alert) {
        Fingerprint fingerprint = fingerprinter.of(alert);
        try {
            batch.add(new NewAlert(alert, fingerprint.hash(), fingerprint.text(), signs.apply(alert)));
        } catch (IllegalArgumentException e) {
            // A record that can be read and not be stored, such as one of the year 20,000, is rejected like any other.
            rejected++;
            listener.rejected(new AlertRecord.Rejected(line, String.valueOf(e.getMessage()), alert.title()));
            return;
        }
        lines.add(line);
        accepted++;
        if (batch.size() == BATCH) {
            flush();
        }
    }

    private void flush() {
        deduplicated += store.insert(scope, batch).duplicates();
        for (int i = 0; i < batch.size(); i++) {
            listener.stored(lines.get(i), batch.get(i).alert());
        }
        batch.clear();
        lines.clear();
    }
}
