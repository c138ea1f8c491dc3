package dev.analystcopilot.triage.learning;

import java.util.List;

/// Makes a model of cases out of verdicts.
@FunctionalInterface
public interface Learner {

    /// The same cases in the same order give the same model.
    ///
    /// @param cases with both attacks and others
    Candidate fit(List<Adjudicated> cases);
}
