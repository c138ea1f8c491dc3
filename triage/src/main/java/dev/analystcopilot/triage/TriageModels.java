package dev.analystcopilot.triage;

import dev.analystcopilot.triage.anomaly.ForestModel;
import dev.analystcopilot.triage.disposition.DispositionModel;
import dev.analystcopilot.triage.model.ModelFile;
import dev.analystcopilot.triage.threat.ThreatModel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// The learnt models that triage judges with. Whoever makes it closes it.
public record TriageModels(ThreatModel threat, DispositionModel disposition, ForestModel anomaly)
        implements AutoCloseable {
    /// What is unusual told by the model that comes with the product.
    public TriageModels(ThreatModel threat, DispositionModel disposition) {
        this(threat, disposition, ForestModel.shipped());
    }

    /// Those that come with the product.
    public static TriageModels shipped() {
        return of(kind -> Optional.empty());
    }

    /// Those in a folder, each named after its kind, such as `anomaly.onnx`; of kinds that are not there, those that
    /// come with the product.
    public static TriageModels in(Path folder) {
        return of(kind -> Optional.of(folder.resolve(kind + ".onnx"))
                .filter(Files::isRegularFile)
                .map(ModelFile::read));
    }

    private static TriageModels of(Function<String, Optional<ModelFile>> files) {
        ThreatModel threat = open(files, ThreatModel.KIND, ThreatModel::of, ThreatModel::shipped);
        try {
            DispositionModel disposition =
                    open(files, DispositionModel.KIND, DispositionModel::of, DispositionModel::shipped);
            try {
                ForestModel anomaly = open(files, ForestModel.KIND, ForestModel::of, ForestModel::shipped);
                return new TriageModels(threat, disposition, anomaly);
            } catch (RuntimeException e) {
                disposition.close();
                throw e;
            }
        } catch (RuntimeException e) {
            threat.close();
            throw e;
        }
    }

    private static <M> M open(
            Function<String, Optional<ModelFile>> files,
            String kind,
            Function<ModelFile, M> opener,
            Supplier<M> shipped) {
        return files.apply(kind).map(opener).orElseGet(shipped);
    }

    @Override
    public void close() {
        try (threat;
                disposition) {
            anomaly.close();
        }
    }
}
