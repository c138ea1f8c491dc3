package dev.analystcopilot.eval.hostile;

import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.AlertStatus;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.AlertTriageRow;
import dev.analystcopilot.knowledge.postgres.Audience;
import dev.analystcopilot.knowledge.postgres.CaseRow;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.HumanVerdict;
import dev.analystcopilot.knowledge.postgres.NewAlert;
import dev.analystcopilot.knowledge.postgres.PassageStore;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.reference.Asset;
import dev.analystcopilot.knowledge.postgres.reference.AssetStore;
import dev.analystcopilot.knowledge.postgres.reference.Fact;
import dev.analystcopilot.knowledge.postgres.reference.FactStore;
import dev.analystcopilot.knowledge.postgres.reference.Indicator;
import dev.analystcopilot.knowledge.postgres.reference.IndicatorStore;
import dev.analystcopilot.knowledge.text.Language;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Rows of three tenants and of what all share, for both audiences. Each row's id says whose it is.
final class TwoWalls {
    static final String MODEL = "m";
    static final List<String> TENANTS = List.of("alpha", "bravo", "charlie");
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final int ALERTS = 60;
    private static final int PASSAGES = 10;

    private final List<String> ids = new ArrayList<>();

    /// Whether a row with this id may be seen in the scope.
    static boolean isOf(Scope scope, String id) {
        boolean tenant = id.startsWith(scope.tenant() + "-") || id.startsWith(Scope.SHARED + "-");
        return tenant && (scope.audience() == Audience.ANALYST || id.contains("-staff-"));
    }

    List<String> ids() {
        return List.copyOf(ids);
    }

    void store(Database database) {
        for (String tenant : TENANTS) {
            alerts(database, tenant);
            reference(database, tenant);
            passages(database, tenant);
        }
        passages(database, Scope.SHARED);
        ids.addAll(TENANTS);
        ids.add(Scope.SHARED);
    }

    private void alerts(Database database, String tenant) {
        Scope scope = Scope.analyst(tenant);
        List<NewAlert> alerts = new ArrayList<>();
        List<AlertTriageRow> triaged = new ArrayList<>();
        Map<String, Vector> vectors = new HashMap<>();
        String caseId = mark(tenant, "analyst", "case", 0);
        for (int i = 0; i < ALERTS; i++) {
            String id = mark(tenant, "analyst", "alert", i);
            String print = mark(tenant, "analyst", "print", i % 20);
            alerts.add(new NewAlert(
                    new Alert(
                            id,
                            "test",
                            "rule",
                            NOON.plusSeconds(i),
                            "Something happened",
                            "the same words everywhere",
                            Severity.HIGH,
                            AlertStatus.NEW,
                            Outcome.UNKNOWN,
                            List.of(new Entity.Host("web-01"), new Entity.Host(tenant + "-host")),
                            List.of("T1505.003"),
                            "{}"),
                    print,
                    "Something happened " + i % 20));
            triaged.add(new AlertTriageRow(id, caseId, 0.5, Verdict.BENIGN, 0.5));
            vectors.put(print, direction(i % 20));
        }
        database.alerts().insert(scope, alerts);
        database.fingerprints().putVectors(scope, MODEL, vectors);
        var row = new CaseRow(
                caseId, "A case", 1, Verdict.BENIGN, 0.5, NOON, NOON, ALERTS, List.of("host:web-01"), null, "{}");
        database.cases().replaceAll(scope, List.of(row), triaged);
        database.verdicts()
                .add(
                        scope,
                        new HumanVerdict(
                                mark(tenant, "analyst", "verdict", 0),
                                HumanVerdict.Subject.FINGERPRINT,
                                mark(tenant, "analyst", "print", 1),
                                Optional.of(mark(tenant, "analyst", "print", 1)),
                                Verdict.BENIGN,
                                "",
                                tenant,
                                NOON));
    }

    private void reference(Database database, String tenant) {
        Scope scope = Scope.analyst(tenant);
        // The owner says whose it is: a machine has the same name everywhere.
        new AssetStore(database)
                .put(
                        scope,
                        "o",
                        List.of(new Asset(
                                "web-01",
                                List.of("192.0.2.7"),
                                mark(tenant, "analyst", "asset", 0),
                                "web server",
                                Asset.Criticality.HIGH,
                                List.of(new Asset.Software("nginx", "1.28")),
                                List.of(443),
                                Asset.Exposure.INTERNET)));
        new IndicatorStore(database)
                .put(
                        scope,
                        "o",
                        List.of(new Indicator(
                                new Entity.Ip("192.0.2.7"),
                                mark(tenant, "analyst", "indicator", 0),
                                "s",
                                50,
                                List.of(),
                                Optional.empty(),
                                Optional.empty())));
        new FactStore(database)
                .put(
                        scope,
                        "o",
                        List.of(new Fact(
                                mark(tenant, "analyst", "fact", 0),
                                Fact.Kind.MAINTENANCE_WINDOW,
                                List.of(new Entity.Host("web-01")),
                                NOON,
                                NOON.plusSeconds(86_400),
                                "note",
                                "ann")));
    }

    private void passages(Database database, String tenant) {
        List<PassageStore.Entry> entries = new ArrayList<>();
        Map<String, Vector> vectors = new HashMap<>();
        for (Audience audience : Audience.values()) {
            for (int i = 0; i < PASSAGES; i++) {
                String document = mark(tenant, audience.wireName(), "document", i);
                String passage = mark(tenant, audience.wireName(), "passage", i);
                entries.add(new PassageStore.Entry(
                        new PassageStore.Document(
                                document,
                                "o",
                                "ref-" + i,
                                "runbook",
                                audience,
                                Language.EN,
                                "title",
                                List.of("T1505.003"),
                                List.of(),
                                "hash"),
                        List.of(new PassageStore.NewPassage(
                                passage, 1, "runbook", "", "the same words", "", Map.of("word", 1), true)),
                        "file-" + i));
                vectors.put(passage, direction(i));
            }
        }
        Scope scope = Scope.analyst(tenant);
        database.passages().change(scope, entries, List.of());
        database.passages().putVectors(scope, MODEL, vectors);
    }

    static Vector direction(int angle) {
        float[] values = new float[384];
        values[0] = (float) Math.cos(angle / 10.0);
        values[1] = (float) Math.sin(angle / 10.0);
        return Vector.of(values);
    }

    private String mark(String tenant, String audience, String kind, int number) {
        String id = tenant + "-" + audience + "-" + kind + "-" + number;
        ids.add(id);
        return id;
    }
}
