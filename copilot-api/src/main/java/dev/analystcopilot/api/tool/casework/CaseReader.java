package dev.analystcopilot.api.tool.casework;

import dev.analystcopilot.api.tool.desk.Desk;
import dev.analystcopilot.knowledge.postgres.CaseRow;
import dev.analystcopilot.knowledge.postgres.CaseStore;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.document.CaseDocuments;

/// Reads the case that a call names.
public record CaseReader(CaseStore cases) {

    /// @throws IllegalArgumentException if there is no such case to be seen
    public CaseDocument read(Desk desk, String id) {
        return cases.find(desk.scope(), id)
                .map(CaseRow::document)
                .map(CaseDocuments::ofJson)
                .orElseThrow(() -> new IllegalArgumentException("there is no such case"));
    }
}
