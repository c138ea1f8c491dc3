package dev.analystcopilot.api.view;

import dev.analystcopilot.api.view.AlertView.EntityView;
import dev.analystcopilot.knowledge.postgres.HumanVerdict;
import dev.analystcopilot.knowledge.similar.Similar;
import dev.analystcopilot.knowledge.similar.SimilarAlert;
import dev.analystcopilot.knowledge.similar.SimilarCase;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/// Past alerts and cases that are like something, with what people judged.
record SimilarView(List<Seen> alerts, List<SeenCase> cases) {

    static SimilarView of(Similar similar, JsonMapper json) {
        return new SimilarView(
                similar.alerts().stream().map(Seen::of).toList(),
                similar.cases().stream().map(found -> SeenCase.of(found, json)).toList());
    }

    /// Alerts that differ in their changing parts only.
    ///
    /// @param newest the latest of them
    /// @param count how many passed the filters
    /// @param countedAll whether that is all of them, or counting stopped there
    /// @param same whether the alert asked about differs in its changing parts only, too
    record Seen(
            AlertView newest,
            double cosine,
            long count,
            boolean countedAll,
            Instant firstSeen,
            Instant lastSeen,
            boolean same,
            boolean sameRule,
            List<EntityView> sharedEntities,
            List<Judged> verdicts) {

        static Seen of(SimilarAlert alert) {
            return new Seen(
                    AlertView.of(alert.newest()),
                    alert.cosine(),
                    alert.alerts(),
                    alert.found().countedAll(),
                    alert.found().firstSeen(),
                    alert.lastSeen(),
                    alert.same(),
                    alert.sameRule(),
                    EntityView.ofKeys(alert.sharedEntities()),
                    Judged.of(alert.found().verdicts()));
        }
    }

    record SeenCase(CaseView found, double likeness, int matched, List<Judged> verdicts) {
        static SeenCase of(SimilarCase similar, JsonMapper json) {
            return new SeenCase(
                    CaseView.of(similar.found(), json),
                    similar.likeness(),
                    similar.matched(),
                    Judged.of(similar.verdicts()));
        }
    }

    /// @param subject `alert`, `case` or `fingerprint`
    record Judged(String subject, String subjectId, String verdict, String reason, String by, Instant at) {
        static List<Judged> of(List<HumanVerdict> verdicts) {
            return verdicts.stream()
                    .map(verdict -> new Judged(
                            verdict.subject().wireName(),
                            verdict.subjectId(),
                            verdict.verdict().wireName(),
                            verdict.reason(),
                            verdict.by(),
                            verdict.at()))
                    .toList();
        }
    }
}
