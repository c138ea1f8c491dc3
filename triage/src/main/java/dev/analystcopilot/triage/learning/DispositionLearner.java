package dev.analystcopilot.triage.learning;

import dev.analystcopilot.knowledge.postgres.ModelRow;
import dev.analystcopilot.knowledge.postgres.ModelStore;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.triage.disposition.CaseFeatures;
import dev.analystcopilot.triage.disposition.DispositionModel;
import dev.analystcopilot.triage.disposition.DispositionTraining;
import dev.analystcopilot.triage.disposition.DispositionTraining.LabelledCase;
import java.util.List;
import java.util.Optional;
import org.apache.commons.codec.digest.DigestUtils;

/// Fits the learnt part of [dev.analystcopilot.triage.disposition] on a team's own verdicts. What no network teaches
/// (facts, indicators, signs, floors) is added to either model alike, and so left out of the comparison.
public final class DispositionLearner implements Learner {
    public static final DispositionLearner INSTANCE = new DispositionLearner();

    /// As model stores name it.
    public static final String KIND = DispositionModel.KIND;

    /// Names the features: rows of other ones teach this model nothing.
    public static final String FEATURES =
            DigestUtils.sha256Hex(String.join("\n", CaseFeatures.NAMES)).substring(0, 12);

    private static final String GROUP = "verdicts";

    private DispositionLearner() {}

    @Override
    public Candidate fit(List<Adjudicated> cases) {
        return open(DispositionTraining.train(cases.stream()
                        .map(each -> new LabelledCase(GROUP, each.row().values(), each.attack()))
                        .toList())
                .bytes());
    }

    /// @throws IllegalArgumentException if it is a model of other features
    public static Candidate open(byte[] onnx) {
        return new Opened(DispositionModel.open(onnx), onnx.clone());
    }

    /// What decides for a tenant while learning is on: its own model, else the shipped one.
    public static Candidate deciding(ModelStore models, Scope scope) {
        Optional<byte[]> own = models.active(scope, KIND)
                .map(ModelRow::version)
                .flatMap(version -> models.bytes(scope, KIND, version));
        return open(own.orElseGet(() -> DispositionModel.shippedFile().bytes()));
    }

    private static final class Opened implements Candidate {
        private final DispositionModel model;
        private final byte[] onnx;

        Opened(DispositionModel model, byte[] onnx) {
            this.model = model;
            this.onnx = onnx;
        }

        @Override
        public float[] attack(float[][] rows) {
            return rows.length == 0 ? new float[0] : model.attack(rows);
        }

        @Override
        public String version() {
            return model.version();
        }

        @Override
        public byte[] onnx() {
            return onnx.clone();
        }

        @Override
        public void close() {
            model.close();
        }
    }
}
