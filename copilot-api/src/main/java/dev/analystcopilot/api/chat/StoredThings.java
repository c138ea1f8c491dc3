package dev.analystcopilot.api.chat;

import dev.analystcopilot.api.grounding.EvidenceItem;
import dev.analystcopilot.api.inquiry.Inquiry;
import dev.analystcopilot.knowledge.postgres.Database;
import java.util.List;
import org.springframework.stereotype.Component;

/// Reads the store again, to see whether what an answer points to is there for the one who asked. May block.
@Component
class StoredThings {
    private final Database database;

    StoredThings(Database database) {
        this.database = database;
    }

    /// Whether an identifier names an alert or a case. Staff see neither, so for them none does.
    boolean has(Inquiry inquiry, String id) {
        return database.cases().find(inquiry.scope(), id).isPresent()
                || database.alerts().find(inquiry.scope(), id).isPresent();
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
}
