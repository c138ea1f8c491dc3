package dev.analystcopilot.triage;

import dev.analystcopilot.triage.threat.ThreatModel;

/// The learnt models that triage judges with. Whoever makes it closes it.
public record TriageModels(ThreatModel threat) implements AutoCloseable {

    /// Those that come with the product.
    public static TriageModels shipped() {
        return new TriageModels(ThreatModel.shipped());
    }

    @Override
    public void close() {
        threat.close();
    }
}
