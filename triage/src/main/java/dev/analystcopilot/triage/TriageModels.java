package dev.analystcopilot.triage;

import dev.analystcopilot.triage.disposition.DispositionModel;
import dev.analystcopilot.triage.threat.ThreatModel;

/// The learnt models that triage judges with. Whoever makes it closes it.
public record TriageModels(ThreatModel threat, DispositionModel disposition) implements AutoCloseable {

    /// Cases judged by the model that comes with the product.
    public TriageModels(ThreatModel threat) {
        this(threat, DispositionModel.shipped());
    }

    /// Those that come with the product.
    public static TriageModels shipped() {
        return new TriageModels(ThreatModel.shipped());
    }

    @Override
    public void close() {
        try (threat) {
            disposition.close();
        }
    }
}
