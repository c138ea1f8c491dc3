package dev.analystcopilot.triage.job;

import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.ModelRow;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.learning.SettingStore;
import dev.analystcopilot.triage.TriageModels;
import dev.analystcopilot.triage.disposition.DispositionModel;
import dev.analystcopilot.triage.threat.ThreatModel;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The models that a tenant's own verdicts made, for one run. None where there are none, where learning is switched
/// off,
/// and where what is stored does not fit this version of the product: then the shipped ones judge.
record OwnModels(Optional<TriageModels> models) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OwnModels.class);

    static OwnModels of(Database database, Scope scope) {
        if (!new SettingStore(database).read(scope).enabled()) {
            return new OwnModels(Optional.empty());
        }
        return new OwnModels(database.models()
                .active(scope, DispositionModel.KIND)
                .map(ModelRow::version)
                .flatMap(version -> database.models().bytes(scope, DispositionModel.KIND, version))
                .flatMap(bytes -> opened(scope, bytes))
                .map(disposition -> new TriageModels(ThreatModel.shipped(), disposition)));
    }

    private static Optional<DispositionModel> opened(Scope scope, byte[] bytes) {
        try {
            return Optional.of(DispositionModel.open(bytes));
        } catch (IllegalArgumentException e) {
            LOG.warn("The own model of {} is passed over: {}", scope.tenant(), e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        models.ifPresent(TriageModels::close);
    }
}
