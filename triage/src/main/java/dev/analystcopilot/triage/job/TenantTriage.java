package dev.analystcopilot.triage.job;

import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.knowledge.postgres.AlertTriageRow;
import dev.analystcopilot.knowledge.postgres.Attention;
import dev.analystcopilot.knowledge.postgres.CaseRow;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.learning.FeatureRow;
import dev.analystcopilot.knowledge.postgres.learning.PastStore;
import dev.analystcopilot.knowledge.text.Embedders;
import dev.analystcopilot.triage.AlertVerdict;
import dev.analystcopilot.triage.TriageCase;
import dev.analystcopilot.triage.TriageEngine;
import dev.analystcopilot.triage.TriageModels;
import dev.analystcopilot.triage.TriageOutcome;
import dev.analystcopilot.triage.context.ContextReader;
import dev.analystcopilot.triage.disposition.CaseFeatures;
import dev.analystcopilot.triage.document.CaseDocuments;
import dev.analystcopilot.triage.learning.CaseReviews;
import dev.analystcopilot.triage.learning.DispositionLearner;
import dev.analystcopilot.triage.scenario.Scenarios;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Triages everything a tenant has, anew, and puts the outcome in the place of the former one. What it
/// decides depends on the stored alerts and on what is stored about them: facts, machines, indicators,
/// human verdicts. Embeddings are made on the way, for search and similar alerts; they decide nothing here.
public final class TenantTriage {
    /// PostgreSQL's timestamps reach further than any alert's time.
    private static final Instant BEGINNING = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant END = Instant.parse("9999-12-31T00:00:00Z");

    /// Above this many alerts the progress of reading them is told at intervals.
    private static final int REPORT_EVERY = 5_000;

    private final Database database;
    private final TechniqueCatalog catalog;
    private final FingerprintEmbedding embedding;
    private final Scenarios scenarios;
    private final CaseReviews reviews;
    private final PastStore past;
    private final Function<Scope, TriageModels> models;

    /// With the shipped scenarios.
    public TenantTriage(Database database, TechniqueCatalog catalog, Embedders embedders) {
        this(database, catalog, embedders, Scenarios.load());
    }

    /// Each tenant is judged by the models that it has in use.
    public TenantTriage(Database database, TechniqueCatalog catalog, Embedders embedders, Scenarios scenarios) {
        this(database, catalog, embedders, scenarios, scope -> OwnModels.of(database, scope));
    }

    /// @param models opens those to judge a tenant with
    TenantTriage(
            Database database,
            TechniqueCatalog catalog,
            Embedders embedders,
            Scenarios scenarios,
            Function<Scope, TriageModels> models) {
        this.scenarios = scenarios;
        this.database = database;
        this.catalog = catalog;
        this.embedding = new FingerprintEmbedding(database.fingerprints(), embedders);
        this.reviews = new CaseReviews(database);
        this.past = new PastStore(database);
        this.models = models;
    }

    public TriageOutcome run(Scope scope, Progress progress) {
        embedding.embedMissing(scope, progress);
        TriageOutcome outcome = decided(scope, progress);
        // Made while they are written: a backlog of millions has as many.
        Iterable<AlertTriageRow> rows = () -> outcome.alerts(TenantTriage::row).iterator();
        Map<String, String> attention = attention(scope, outcome);
        database.cases()
                .replaceAll(
                        scope,
                        outcome.cases().stream()
                                .map(triaged -> row(triaged, attention.get(triaged.id())))
                                .toList(),
                        rows);
        past.putFeatures(scope, features(outcome));
        reviews.refresh(scope);
        return outcome;
    }

    /// What the cases look like to the model that judges them: a verdict on one keeps it to learn from.
    private static Map<String, FeatureRow> features(TriageOutcome outcome) {
        return outcome.cases().stream()
                .collect(Collectors.toMap(
                        TriageCase::id,
                        triaged -> FeatureRow.of(
                                DispositionLearner.FEATURES, CaseFeatures.of(triaged.draft(), triaged.chain())),
                        (one, other) -> one));
    }

    /// Gives a tenant that has grown large an index for finding similar alerts. Not for scratch tenants,
    /// which are deleted before it has paid for itself.
    public void indexForSearch(Scope scope) {
        embedding.models().forEach(model -> database.neighbours().index(scope, model));
    }

    private TriageOutcome decided(Scope scope, Progress progress) {
        try (TriageModels opened = models.apply(scope)) {
            return decide(scope, opened, progress);
        }
    }

    private TriageOutcome decide(Scope scope, TriageModels opened, Progress progress) {
        long total = database.alerts().count(scope);
        var context = new ContextReader(database, scope, embedding.models());
        var engine = new TriageEngine(catalog, context, scenarios, Optional.of(opened));
        var read = new long[1];
        database.alerts().forEachInTimeOrder(scope, BEGINNING, END, alert -> {
            engine.accept(alert);
            if (++read[0] % REPORT_EVERY == 0) {
                progress.at(Progress.Stage.TRIAGE, read[0], total);
            }
        });
        TriageOutcome outcome = engine.outcome();
        progress.at(Progress.Stage.TRIAGE, total, total);
        return outcome;
    }

    private static AlertTriageRow row(String alertId, AlertVerdict verdict) {
        return new AlertTriageRow(
                alertId, verdict.caseId().orElse(null), verdict.anomaly(), verdict.disposition(), verdict.confidence());
    }

    /// Why a human should look at cases, by their ids. Asked for after everything is decided: it decides nothing.
    private Map<String, String> attention(Scope scope, TriageOutcome outcome) {
        Set<String> flagged = database.attention().alertIds(scope, Attention.Reason.PLANTED_INSTRUCTION);
        Map<String, String> reasons = new HashMap<>();
        if (!flagged.isEmpty()) {
            outcome.forEachAlert((id, verdict) -> {
                if (flagged.contains(id)) {
                    verdict.caseId()
                            .ifPresent(caseId -> reasons.put(caseId, Attention.Reason.PLANTED_INSTRUCTION.wireName()));
                }
            });
        }
        return reasons;
    }

    private static CaseRow row(TriageCase triaged, @Nullable String attention) {
        return new CaseRow(
                triaged.id(),
                triaged.title().en(),
                triaged.score(),
                triaged.disposition().verdict(),
                triaged.disposition().confidence(),
                triaged.first(),
                triaged.last(),
                triaged.draft().alertCount(),
                triaged.entities().stream()
                        .limit(100)
                        .map(entry -> entry.getKey().key())
                        .toList(),
                attention,
                CaseDocuments.toJson(CaseDocuments.of(triaged)));
    }
}
