package dev.analystcopilot.triage;

import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.triage.anomaly.AnomalyModel;
import dev.analystcopilot.triage.anomaly.AnomalyModels;
import dev.analystcopilot.triage.chain.Chain;
import dev.analystcopilot.triage.chain.ChainBuilder;
import dev.analystcopilot.triage.context.CaseContext;
import dev.analystcopilot.triage.context.ContextSource;
import dev.analystcopilot.triage.correlate.CaseBuilder;
import dev.analystcopilot.triage.correlate.CaseDraft;
import dev.analystcopilot.triage.correlate.Evidence;
import dev.analystcopilot.triage.disposition.BodyVerdicts;
import dev.analystcopilot.triage.disposition.Disposition;
import dev.analystcopilot.triage.disposition.DispositionRules;
import dev.analystcopilot.triage.feature.Burst;
import dev.analystcopilot.triage.feature.BurstCollector;
import dev.analystcopilot.triage.feature.BurstFeatures;
import dev.analystcopilot.triage.feature.ObservedHours;
import dev.analystcopilot.triage.phrase.Phrases;
import dev.analystcopilot.triage.scenario.Exposures;
import dev.analystcopilot.triage.scenario.Scenarios;
import dev.analystcopilot.triage.technique.TechniqueHints;
import dev.analystcopilot.triage.threat.WordMeanings;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Decides, the same way every time: the outcome is a function of the set of alerts and of what is known beside
/// them. No clock, no random seed from outside, no language model. One instance serves one run: feed it all
/// alerts in order of (time, id), then ask.
public final class TriageEngine implements Consumer<StoredAlert> {
    /// While a scope was observed for fewer hours than this, that something is new means less.
    private static final int SETTLING_HOURS = 24;
    /// Scopes of fewer hours than this never settle, so nothing in them is discounted.
    private static final int SHORT_SCOPE_HOURS = 48;

    private static final double LEAST_SETTLED = 0.3;

    private final BurstCollector collector = new BurstCollector();
    private final TechniqueHints hints = TechniqueHints.load();
    private final ChainBuilder chains;
    private final Phrases phrases = new Phrases();
    private final BodyVerdicts bodies = new BodyVerdicts(phrases);
    private final CaseWriter writer;
    private final ContextSource contexts;
    private final WordMeanings words;
    private final Optional<TriageModels> models;

    /// Judges by the alerts alone, with the models that come with the product.
    public TriageEngine(TechniqueCatalog catalog) {
        this(catalog, ContextSource.NONE);
    }

    /// @param contexts what is known beside the alerts
    public TriageEngine(TechniqueCatalog catalog, ContextSource contexts) {
        this(catalog, contexts, Scenarios.load(), Optional.empty());
    }

    /// @param scenarios what cases may look like
    /// @param models stay open, whoever opened them closes them; empty: those that come with the product
    public TriageEngine(
            TechniqueCatalog catalog, ContextSource contexts, Scenarios scenarios, Optional<TriageModels> models) {
        this.chains = new ChainBuilder(catalog, phrases);
        this.writer = new CaseWriter(phrases, scenarios);
        this.contexts = contexts;
        this.words = new WordMeanings(hints, catalog);
        this.models = models;
    }

    @Override
    public void accept(StoredAlert alert) {
        collector.accept(alert);
    }

    public TriageOutcome outcome() {
        List<Burst> bursts = collector.bursts();
        if (bursts.isEmpty()) {
            return new TriageOutcome(List.of(), List.of(), "none");
        }
        if (models.isPresent()) {
            return outcome(bursts, models.get());
        }
        try (var shipped = TriageModels.shipped()) {
            return outcome(bursts, shipped);
        }
    }

    private TriageOutcome outcome(List<Burst> bursts, TriageModels learnt) {
        BurstFeatures features = BurstFeatures.of(bursts);
        float[] threats = learnt.threat().threats(bursts, features, words);
        int hours = ObservedHours.of(bursts).count();
        try (AnomalyModel model =
                AnomalyModels.forScope(features.rows(), BurstFeatures.NAMES, hours, learnt.anomaly())) {
            List<Evidence> evidence = evidence(bursts, features, model.score(features.rows()), threats);
            List<CaseDraft> drafts = CaseBuilder.cases(evidence);
            var rules = new DispositionRules(phrases, learnt.disposition());
            return new TriageOutcome(triaged(drafts, rules), outside(drafts, evidence), model.version());
        }
    }

    private List<Evidence> evidence(List<Burst> bursts, BurstFeatures features, float[] anomalies, float[] threats) {
        ObservedHours hours = ObservedHours.of(bursts);
        boolean isShort = hours.count() < SHORT_SCOPE_HOURS;
        var evidence = new ArrayList<Evidence>();
        for (int i = 0; i < bursts.size(); i++) {
            Burst burst = bursts.get(i);
            double age = (double) hours.before(burst.first()) / SETTLING_HOURS;
            evidence.add(new Evidence(
                    burst,
                    anomalies[i],
                    features.rarity(i),
                    isShort ? 1 : Math.clamp(age, LEAST_SETTLED, 1),
                    threats[i],
                    hints.of(burst.sample())));
        }
        return evidence;
    }

    private List<TriageCase> triaged(List<CaseDraft> drafts, DispositionRules rules) {
        List<CaseContext> known = contexts.of(drafts);
        var cases = new ArrayList<TriageCase>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            CaseDraft draft = drafts.get(i);
            Chain chain = chains.chain(draft);
            Disposition disposition = bodies.settle(draft, known.get(i), rules.judge(draft, chain, known.get(i)));
            cases.add(writer.write(draft, chain, disposition, Exposures.of(known.get(i))));
        }
        return cases;
    }

    private static List<Evidence> outside(List<CaseDraft> drafts, List<Evidence> all) {
        Set<Evidence> inCases = Collections.newSetFromMap(new IdentityHashMap<>());
        drafts.forEach(draft -> inCases.addAll(draft.evidence()));
        return all.stream().filter(e -> !inCases.contains(e)).toList();
    }
}
