package dev.analystcopilot.api.feedback;

import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.ModelRow;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.learning.FeatureRow;
import dev.analystcopilot.knowledge.postgres.learning.PastStore;
import dev.analystcopilot.triage.learning.Candidate;
import dev.analystcopilot.triage.learning.DispositionLearner;
import dev.analystcopilot.triage.learning.Replay;
import java.util.Optional;

/// Lets a model in shadow judge the cases of the latest triage, beside the one that decides. It decides nothing.
final class Shadows {
    private final Database database;
    private final PastStore past;

    Shadows(Database database, PastStore past) {
        this.database = database;
        this.past = past;
    }

    Optional<LearningView.Shadow> compare(Scope scope) {
        Optional<ModelRow> shadow = database.models().shadow(scope, Learning.KIND);
        if (shadow.isEmpty()) {
            return Optional.empty();
        }
        float[][] rows = past.features(scope).values().stream()
                .filter(row -> row.version().equals(DispositionLearner.FEATURES))
                .map(FeatureRow::array)
                .toArray(float[][]::new);
        String version = shadow.get().version();
        return database.models().bytes(scope, Learning.KIND, version).map(bytes -> {
            try (Candidate watching = DispositionLearner.open(bytes);
                    Candidate deciding = DispositionLearner.deciding(database.models(), scope)) {
                return compared(version, deciding.attack(rows), watching.attack(rows));
            }
        });
    }

    private static LearningView.Shadow compared(String version, float[] deciding, float[] watching) {
        int agree = 0;
        int shows = 0;
        int setsAside = 0;
        for (int i = 0; i < deciding.length; i++) {
            boolean now = deciding[i] >= Replay.THRESHOLD;
            boolean then = watching[i] >= Replay.THRESHOLD;
            agree += now == then ? 1 : 0;
            shows += !now && then ? 1 : 0;
            setsAside += now && !then ? 1 : 0;
        }
        return new LearningView.Shadow(version, deciding.length, agree, shows, setsAside);
    }
}
