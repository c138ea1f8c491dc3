package dev.analystcopilot.api.chat;

import dev.analystcopilot.api.grounding.EvidenceItem;
import dev.analystcopilot.api.grounding.Proofs;
import dev.analystcopilot.api.grounding.proof.AlertProof;
import dev.analystcopilot.api.grounding.proof.CaseProof;
import dev.analystcopilot.api.grounding.proof.Proof;
import dev.analystcopilot.api.grounding.proof.TextProof;
import dev.analystcopilot.api.inquiry.Inquiry;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.knowledge.postgres.AlertHit;
import dev.analystcopilot.knowledge.postgres.CaseRow;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.triage.document.CaseDocuments;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Reads the store again, to see whether what an answer points to is there for the one who asked, and what it says.
/// May block.
@Component
class StoredThings {
    private final Database database;
    private final TechniqueCatalog catalog;

    StoredThings(Database database, TechniqueCatalog catalog) {
        this.database = database;
        this.catalog = catalog;
    }

    boolean has(Inquiry inquiry, EvidenceItem item) {
        return switch (item.kind()) {
            case ALERT -> database.alerts().find(inquiry.scope(), item.id()).isPresent();
            case RESULT -> true;
            case CASE -> database.cases().find(inquiry.scope(), item.id()).isPresent();
            case PASSAGE ->
                !database.passages().find(inquiry.scope(), List.of(item.id())).isEmpty();
        };
    }

    /// With the asker's sight. What code found out in this answer is not stored: its text is what it found.
    Proofs proofs(Inquiry inquiry) {
        return item -> switch (item.kind()) {
            case ALERT -> alert(inquiry, item.id());
            case RESULT -> TextProof.result(item.label(), item.text());
            case CASE ->
                database.cases()
                        .find(inquiry.scope(), item.id())
                        .map(CaseRow::document)
                        .map(CaseDocuments::ofJson)
                        .map(CaseProof::of)
                        .orElseGet(Proof::gone);
            case PASSAGE ->
                database.passages().find(inquiry.scope(), List.of(item.id())).stream()
                        .findFirst()
                        .map(passage -> TextProof.passage(passage.title() + " – " + passage.heading(), passage.text()))
                        .orElseGet(Proof::gone);
        };
    }

    private Proof alert(Inquiry inquiry, String id) {
        Optional<AlertHit.Triage> triage = database.alerts().hits(inquiry.scope(), List.of(id)).stream()
                .findFirst()
                .flatMap(AlertHit::triage);
        return database.alerts()
                .find(inquiry.scope(), id)
                .map(alert -> AlertProof.of(
                        alert, triage.map(AlertHit.Triage::verdict), triage.flatMap(AlertHit.Triage::caseId), catalog))
                .orElseGet(Proof::gone);
    }
}
