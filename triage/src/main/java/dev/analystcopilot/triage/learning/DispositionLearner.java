package dev.analystcopilot.triage.learning;

import dev.analystcopilot.knowledge.postgres.ModelRow;
import dev.analystcopilot.knowledge.postgres.ModelStore;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.util.Arrays;
import java.util.List;

/// Fits the model that judges cases on a team's own verdicts.
public final class DispositionLearner implements Learner {
    public static final DispositionLearner INSTANCE = new DispositionLearner();

    /// As model stores name it.
    public static final String KIND = "disposition";

    /// Names the features: rows of other ones teach this model nothing.
    public static final String FEATURES = "1";

    private static final Learner TREES = new BoostedLearner(List.of("score"), BoostedLearner.CAUTIOUS);

    private DispositionLearner() {}

    @Override
    public Candidate fit(List<Adjudicated> cases) {
        return TREES.fit(cases);
    }

    /// @throws dev.analystcopilot.embeddings.onnx.ModelException.Unreadable if it is no model
    public static Candidate open(byte[] onnx) {
        return OnnxCandidate.of(onnx);
    }

    /// What decides for a tenant while learning is on: its own model; without one nothing is said either way.
    public static Candidate deciding(ModelStore models, Scope scope) {
        return models.active(scope, KIND)
                .map(ModelRow::version)
                .flatMap(version -> models.bytes(scope, KIND, version))
                .map(DispositionLearner::open)
                .orElseGet(Undecided::new);
    }

    /// Fifty-fifty.
    private static final class Undecided implements Candidate {
        @Override
        public float[] attack(float[][] rows) {
            var halves = new float[rows.length];
            Arrays.fill(halves, 0.5f);
            return halves;
        }

        @Override
        public String version() {
            return "rules";
        }

        @Override
        public byte[] onnx() {
            return new byte[0];
        }

        @Override
        public void close() {}
    }
}
