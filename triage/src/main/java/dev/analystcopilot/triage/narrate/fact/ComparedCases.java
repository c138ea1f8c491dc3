package dev.analystcopilot.triage.narrate.fact;

import dev.analystcopilot.triage.document.CaseDocument;
import java.util.List;

/// Cases to compare.
///
/// @param cases two, in the order of their names; fewer where they were not found
public record ComparedCases(List<CaseDocument> cases) implements Topic {
    public ComparedCases {
        cases = List.copyOf(cases);
    }
}
