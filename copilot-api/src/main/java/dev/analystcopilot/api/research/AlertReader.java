package dev.analystcopilot.api.research;

import dev.analystcopilot.api.inquiry.PastFacts;
import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.postgres.AlertHit;
import dev.analystcopilot.knowledge.postgres.AlertQuery;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.similar.Similar;
import dev.analystcopilot.knowledge.similar.SimilarAlert;
import dev.analystcopilot.knowledge.similar.SimilarAlerts;
import dev.analystcopilot.knowledge.similar.SimilarQuery;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.narrate.AlertFact;
import dev.analystcopilot.triage.narrate.fact.OneAlert;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Reads one alert and what stands around it. May block.
@Component
public final class AlertReader {
    private static final Duration AROUND = Duration.ofMinutes(15);
    private static final int NEIGHBOURS = 200;
    private static final int PAST = 3;

    private final Database database;
    private final CaseSearch cases;
    private final SimilarAlerts similar;

    AlertReader(Database database, CaseSearch cases, SimilarAlerts similar) {
        this.database = database;
        this.cases = cases;
        this.similar = similar;
    }

    /// Those of the words that are the id of an alert that this asker may see.
    public List<String> known(Scope scope, List<String> words) {
        return words.isEmpty()
                ? List.of()
                : database.alerts().find(scope, words).stream().map(Alert::id).toList();
    }

    public Optional<OneAlert> read(Scope scope, String id) {
        return database.alerts().find(scope, id).map(alert -> read(scope, alert));
    }

    private OneAlert read(Scope scope, Alert alert) {
        Optional<AlertHit.Triage> triage = database.cases().triageOf(scope, alert.id());
        Optional<CaseDocument> inCase = triage.flatMap(AlertHit.Triage::caseId)
                .flatMap(id -> cases.documents(scope, List.of(id)).stream().findFirst());
        List<String> keys = alert.entities().stream()
                .map(Entity::key)
                .filter(key -> key.startsWith("host:") || key.startsWith("user:") || key.startsWith("ip:"))
                .toList();
        List<AlertHit> around = keys.isEmpty()
                ? List.of()
                : database
                        .alerts()
                        .search(
                                scope,
                                AlertQuery.latest(NEIGHBOURS)
                                        .about(keys)
                                        .between(
                                                alert.time().minus(AROUND),
                                                alert.time().plus(AROUND)))
                        .stream()
                        .filter(hit -> !hit.alert().id().equals(alert.id()))
                        .toList();
        return new OneAlert(
                AlertFact.of(alert),
                alert.rule(),
                alert.message(),
                CountReader.wire(alert.severity()),
                alert.outcome().wireName(),
                alert.techniques(),
                triage.map(found -> found.verdict().wireName()),
                triage.map(AlertHit.Triage::confidence).orElse(0.0),
                inCase,
                (int) AROUND.toMinutes(),
                new AlertsRead(around, true).said(),
                similar
                        .toAlert(scope, alert.id(), SimilarQuery.top(PAST).outsideItsCase())
                        .map(Similar::alerts)
                        .orElse(List.of())
                        .stream()
                        .filter(SimilarAlert::same)
                        .map(PastFacts::of)
                        .toList());
    }
}
