package dev.analystcopilot.api.grounding;

import dev.analystcopilot.api.grounding.proof.Proof;

/// Reads evidence again from where it is stored, with the sight of the one who asked. May block.
public interface Proofs {

    /// [Proof#gone] if it is not there, or not to be seen.
    Proof of(EvidenceItem item);
}
