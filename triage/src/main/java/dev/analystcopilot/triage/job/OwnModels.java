package dev.analystcopilot.triage.job;

import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.learning.SettingStore;
import dev.analystcopilot.triage.TriageModels;
import dev.analystcopilot.triage.anomaly.ForestModel;
import dev.analystcopilot.triage.disposition.DispositionModel;
import dev.analystcopilot.triage.feature.BurstFeatures;
import dev.analystcopilot.triage.model.ModelFile;
import dev.analystcopilot.triage.threat.ThreatModel;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The models that a tenant's own alerts and verdicts made, for one run. Where there is none, where what is stored does
/// not fit this version of the product, and, of what verdicts made, where learning is switched off, the shipped one
/// judges.
final class OwnModels {
    private static final Logger LOG = LoggerFactory.getLogger(OwnModels.class);

    private OwnModels() {}

    /// Whoever asks closes them.
    static TriageModels of(Database database, Scope scope) {
        boolean learns = new SettingStore(database).read(scope).enabled();
        Optional<DispositionModel> disposition =
                learns ? opened(database, scope, DispositionModel.KIND, DispositionModel::of) : Optional.empty();
        Optional<ForestModel> anomaly = opened(database, scope, ForestModel.KIND, OwnModels::anomaly);
        return new TriageModels(
                ThreatModel.shipped(),
                disposition.orElseGet(DispositionModel::shipped),
                anomaly.orElseGet(ForestModel::shipped));
    }

    private static <M> Optional<M> opened(Database database, Scope scope, String kind, Function<ModelFile, M> opener) {
        return database.models()
                .active(scope, kind)
                .flatMap(row -> database.models()
                        .bytes(scope, kind, row.version())
                        .map(bytes -> new ModelFile(bytes, row.card())))
                .flatMap(file -> opened(scope, kind, file, opener));
    }

    private static <M> Optional<M> opened(Scope scope, String kind, ModelFile file, Function<ModelFile, M> opener) {
        try {
            return Optional.of(opener.apply(file));
        } catch (IllegalArgumentException e) {
            LOG.warn("The own {} model of {} is passed over: {}", kind, scope.tenant(), e.getMessage());
            return Optional.empty();
        }
    }

    private static ForestModel anomaly(ModelFile file) {
        ForestModel model = ForestModel.of(file);
        if (!BurstFeatures.NAMES.containsAll(model.featureNames())) {
            model.close();
            throw new IllegalArgumentException(
                    "it was made for other features; ./copilot train anomaly makes a new one");
        }
        return model;
    }
}
