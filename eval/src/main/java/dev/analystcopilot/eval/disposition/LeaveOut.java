package dev.analystcopilot.eval.disposition;

import dev.analystcopilot.eval.ait.AitNetwork;
import dev.analystcopilot.eval.ait.ThreatTraining;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.triage.TriageEngine;
import dev.analystcopilot.triage.TriageModels;
import dev.analystcopilot.triage.TriageOutcome;
import dev.analystcopilot.triage.context.ContextSource;
import dev.analystcopilot.triage.disposition.DispositionModel;
import dev.analystcopilot.triage.disposition.DispositionTraining;
import dev.analystcopilot.triage.disposition.DispositionTraining.LabelledCase;
import dev.analystcopilot.triage.model.ModelFile;
import dev.analystcopilot.triage.scenario.Scenarios;
import dev.analystcopilot.triage.threat.ThreatModel;
import dev.analystcopilot.triage.training.DispositionCases;
import dev.analystcopilot.triage.training.LabelledBacklog;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Models made without one of the networks, all the way down: the cases that a disposition model learns
/// from are made with models of threat that saw neither the network they come from nor the one left out.
/// Otherwise the threat in them would be surer than it is in a network that nobody knows.
public final class LeaveOut {
    private final List<AitNetwork> networks;
    private final TechniqueCatalog catalog = TechniqueCatalog.load();
    private final Scenarios scenarios = Scenarios.load();
    private final ModelFile untaught = DispositionTraining.untaught();
    private final Consumer<String> progress;
    private final Map<Set<String>, ModelFile> threats = new ConcurrentHashMap<>();

    public LeaveOut(List<AitNetwork> networks, Consumer<String> progress) {
        this.networks = List.copyOf(networks);
        this.progress = progress;
    }

    /// The disposition model of all networks but one; of all, where the name is empty.
    public ModelFile disposition(String without) {
        // Each network for itself; the list keeps their order.
        return DispositionTraining.train(networks.parallelStream()
                .filter(network -> !network.name().equals(without))
                .map(network -> cases(network, without))
                .flatMap(List::stream)
                .toList());
    }

    private List<LabelledCase> cases(AitNetwork network, String without) {
        progress.accept("cases of " + network.name() + (without.isEmpty() ? "" : ", nothing of " + without));
        try (var models = models(
                threat(without.isEmpty() ? Set.of(network.name()) : Set.of(network.name(), without)), untaught)) {
            return DispositionCases.varied(backlog(network), () -> engine(ContextSource.NONE, models));
        }
    }

    /// The model of threat of all networks but these.
    public ModelFile threat(Set<String> without) {
        return threats.computeIfAbsent(
                Set.copyOf(without),
                names -> ThreatTraining.file(networks.stream()
                        .filter(network -> !names.contains(network.name()))
                        .toList()));
    }

    private static TriageModels models(ModelFile threat, ModelFile disposition) {
        return new TriageModels(ThreatModel.of(threat), DispositionModel.open(disposition.bytes()));
    }

    private TriageEngine engine(ContextSource contexts, TriageModels models) {
        return new TriageEngine(catalog, contexts, scenarios, Optional.of(models));
    }

    /// What becomes of a network by models that never saw it.
    ///
    /// @param disposition made without it
    public TriageOutcome triaged(AitNetwork network, ModelFile disposition, ContextSource contexts) {
        try (var models = models(threat(Set.of(network.name())), disposition)) {
            TriageEngine engine = engine(contexts, models);
            network.alerts().forEach(engine);
            return engine.outcome();
        }
    }

    static LabelledBacklog backlog(AitNetwork network) {
        return new LabelledBacklog(
                network.name(),
                network.alerts(),
                network.truths().entrySet().stream()
                        .filter(entry -> entry.getValue().attack())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }
}
