package dev.analystcopilot.eval.ait;

import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.triage.TriageEngine;
import dev.analystcopilot.triage.TriageModels;
import dev.analystcopilot.triage.TriageOutcome;
import dev.analystcopilot.triage.anomaly.ForestModel;
import dev.analystcopilot.triage.anomaly.HistoryRows;
import dev.analystcopilot.triage.context.ContextSource;
import dev.analystcopilot.triage.disposition.DispositionModel;
import dev.analystcopilot.triage.disposition.DispositionTraining;
import dev.analystcopilot.triage.model.ModelFile;
import dev.analystcopilot.triage.scenario.Scenarios;
import dev.analystcopilot.triage.threat.ThreatModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Triages a network by models that were fitted on the others.
public final class AitTrial {
    private AitTrial() {}

    /// @param all the network among them
    public static TriageOutcome unseen(AitNetwork network, List<AitNetwork> all, TechniqueCatalog catalog) {
        List<AitNetwork> others = all.stream()
                .filter(other -> !other.name().equals(network.name()))
                .toList();
        // The one that ships has seen this network: here cases are judged by one that has learnt nothing. What is
        // scored
        // here (which cases there are, and their order) does not rest on it.
        try (var models = new TriageModels(
                ThreatModel.of(ThreatTraining.file(others)),
                DispositionModel.of(DispositionTraining.untaught()),
                ForestModel.of(anomaly(others)))) {
            return outcome(network, catalog, Optional.of(models));
        }
    }

    private static ModelFile anomaly(List<AitNetwork> networks) {
        var rows = new HistoryRows();
        networks.forEach(network -> rows.add(network.alerts()));
        return rows.fit(Map.of());
    }

    /// By the models that come with the product, which have seen the network's labels.
    public static TriageOutcome seen(AitNetwork network, TechniqueCatalog catalog) {
        return outcome(network, catalog, Optional.empty());
    }

    private static TriageOutcome outcome(AitNetwork network, TechniqueCatalog catalog, Optional<TriageModels> models) {
        var engine = new TriageEngine(catalog, ContextSource.NONE, Scenarios.load(), models);
        network.alerts().forEach(engine);
        return engine.outcome();
    }
}
