package dev.analystcopilot.api.feedback;

import dev.analystcopilot.knowledge.postgres.ModelRow;
import dev.analystcopilot.triage.learning.MissBudget;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How far the service has learnt from this team, and what that lets it do.
///
/// @param enabled false: shipped models decide, nothing is set aside by verdicts on others, nothing may be closed
/// @param autoClose whether the tenant opted in to closing what the miss budget allows
/// @param shadow how a model that only watches compares with what decides; null if there is none
record LearningView(
        boolean enabled,
        boolean autoClose,
        @Nullable String changedBy,
        @Nullable Instant changedAt,
        Labels labels,
        Budget cases,
        Budget alerts,
        List<ModelView> models,
        @Nullable Shadow shadow,
        List<EventView> events) {

    /// @param byVerdict how many verdicts of each kind stand
    record Labels(long total, Map<String, Long> byVerdict) {}

    /// What may be closed without a look, of cases or of alerts outside cases.
    ///
    /// @param state `may_close` or `may_not_close`
    /// @param labels verdicts on what triage would set aside
    /// @param threshold from which confidence on; null where nothing may be closed
    /// @param bound the share of attacks among them is at most this, with the budget's confidence
    /// @param more how many further labels without a miss it takes, at least; 0 where it is open
    record Budget(
            String state,
            double mostMissed,
            double confidence,
            int labels,
            int missed,
            @Nullable Double threshold,
            @Nullable Integer proven,
            @Nullable Double bound,
            long more) {

        static Budget of(MissBudget budget, MissBudget.Allowance allowance) {
            return switch (allowance) {
                case MissBudget.MayClose open ->
                    new Budget(
                            "may_close",
                            budget.mostMissed(),
                            budget.confidence(),
                            open.labels(),
                            open.missed(),
                            open.threshold(),
                            open.proven(),
                            open.bound(),
                            0);
                case MissBudget.MayNotClose closed ->
                    new Budget(
                            "may_not_close",
                            budget.mostMissed(),
                            budget.confidence(),
                            closed.labels(),
                            closed.missed(),
                            null,
                            null,
                            null,
                            closed.more());
            };
        }
    }

    /// @param status `active`, `shadow` or `retired`
    /// @param card what it was made of and how it did
    record ModelView(String version, String status, Instant madeAt, String card) {
        static ModelView of(ModelRow row) {
            return new ModelView(row.version(), row.status().name().toLowerCase(Locale.ROOT), row.madeAt(), row.card());
        }
    }

    /// @param compared cases of the latest triage that both judged
    /// @param agree how many of them both would show, or both set aside
    record Shadow(String version, int compared, int agree, int onlyShadowShows, int onlyShadowSetsAside) {}

    record EventView(Instant at, String by, String what, String detail) {}
}
