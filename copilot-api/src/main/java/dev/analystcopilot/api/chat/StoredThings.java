package dev.analystcopilot.api.chat;

import dev.analystcopilot.api.grounding.EvidenceItem;
import dev.analystcopilot.api.grounding.Proofs;
import dev.analystcopilot.api.grounding.Shared;
import dev.analystcopilot.api.grounding.proof.AlertProof;
import dev.analystcopilot.api.grounding.proof.CaseProof;
import dev.analystcopilot.api.grounding.proof.Proof;
import dev.analystcopilot.api.grounding.proof.TextProof;
import dev.analystcopilot.api.inquiry.Inquiry;
import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.Verdict;
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
    private static final int PROOFS_KEPT = 256;

    private final Database database;
    private final TechniqueCatalog catalog;
    private final Shared<Proof> shared = new Shared<>(PROOFS_KEPT);

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
            case RESULT ->
                shared.get(
                        List.of(item.kind(), item.label(), item.text()),
                        () -> TextProof.result(item.label(), item.text()));
            case CASE ->
                database.cases()
                        .find(inquiry.scope(), item.id())
                        .map(CaseRow::document)
                        .map(json ->
                                shared.get(List.of(item.kind(), json), () -> CaseProof.of(CaseDocuments.ofJson(json))))
                        .orElseGet(Proof::gone);
            case PASSAGE ->
                database.passages().find(inquiry.scope(), List.of(item.id())).stream()
                        .findFirst()
                        .map(passage -> passage(passage.title() + " – " + passage.heading(), passage.text()))
                        .orElseGet(Proof::gone);
        };
    }

    private Proof passage(String title, String text) {
        return shared.get(List.of(EvidenceItem.Kind.PASSAGE, title, text), () -> TextProof.passage(title, text));
    }

    private Proof alert(Inquiry inquiry, String id) {
        Optional<AlertHit.Triage> triage = database.alerts().hits(inquiry.scope(), List.of(id)).stream()
                .findFirst()
                .flatMap(AlertHit::triage);
        return database.alerts()
                .find(inquiry.scope(), id)
                .map(alert ->
                        proof(alert, triage.map(AlertHit.Triage::verdict), triage.flatMap(AlertHit.Triage::caseId)))
                .orElseGet(Proof::gone);
    }

    private Proof proof(Alert alert, Optional<Verdict> verdict, Optional<String> caseId) {
        return shared.get(List.of(alert, verdict, caseId), () -> AlertProof.of(alert, verdict, caseId, catalog));
    }
}
