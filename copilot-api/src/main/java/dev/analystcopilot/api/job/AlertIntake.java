package dev.analystcopilot.api.job;

import dev.analystcopilot.knowledge.format.AlertInputException;
import dev.analystcopilot.knowledge.format.AlertReader;
import dev.analystcopilot.knowledge.format.AlertSource;
import dev.analystcopilot.knowledge.format.ReadOptions;
import dev.analystcopilot.knowledge.postgres.AlertStore;
import dev.analystcopilot.knowledge.postgres.AttentionStore;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.triage.job.Intake;
import dev.analystcopilot.triage.job.Screening;
import dev.analystcopilot.triage.sign.Signs;
import java.time.Clock;
import java.util.function.LongConsumer;

/// Reads alerts and stores them: what is counted as accepted is on disk. The same input again adds nothing.
public final class AlertIntake {
    private final AlertStore store;
    private final AttentionStore attention;
    private final Clock clock;

    /// @param attention takes what is planted in alerts
    public AlertIntake(AlertStore store, AttentionStore attention, Clock clock) {
        this.store = store;
        this.attention = attention;
        this.clock = clock;
    }

    /// Takes everything there is; may block for long. A problem of the input as a whole ends up in the result beside
    /// what was stored before it.
    ///
    /// @param format one of the format names, `auto` to find out
    /// @param progress told the bytes read so far, now and then
    /// @throws AlertInputException if not a single record could be read
    public IntakeResult take(Scope scope, AlertSource source, String format, LongConsumer progress) {
        var reader = AlertReader.open(source, format, ReadOptions.none());
        var errors = new IntakeErrors();
        var screening = new Screening(attention, scope, errors, clock);
        var intake = new Intake(store, scope, screening, Signs.load()::of);
        try (screening) {
            var counts = intake.read(reader, (stage, done, total) -> progress.accept(done));
            return new IntakeResult(counts, errors.listed());
        } catch (AlertInputException e) {
            if (intake.counts().records() == 0) {
                throw e;
            }
            errors.add(e.line(), String.valueOf(e.getMessage()));
            return new IntakeResult(intake.counts(), errors.listed());
        }
    }
}
