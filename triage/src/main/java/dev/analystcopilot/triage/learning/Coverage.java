package dev.analystcopilot.triage.learning;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.postgres.learning.Judgement;
import java.time.Instant;

/// What people's verdicts say of one alert.
public sealed interface Coverage {
    Coverage NONE = new Uncovered();

    /// Nobody said anything that concerns it.
    record Uncovered() implements Coverage {}

    /// It goes in nothing beyond what was judged.
    record Covered(Judgement by) implements Coverage {}

    /// Alerts like it were judged, but it goes beyond them.
    record Breached(Judgement by, Breach breach) implements Coverage {}

    /// How an alert goes beyond what was judged.
    sealed interface Breach {
        String alertId();

        String title();

        record Ended(String alertId, String title, Instant end) implements Breach {}

        record HigherSeverity(String alertId, String title, Severity judged, Severity now) implements Breach {}

        record NewEntity(String alertId, String title, Entity entity) implements Breach {}

        /// It is of a kind that was not among the judged ones of its case.
        record NewKind(String alertId, String title) implements Breach {}
    }
}
