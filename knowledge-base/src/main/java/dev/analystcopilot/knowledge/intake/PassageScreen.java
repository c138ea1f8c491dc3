package dev.analystcopilot.knowledge.intake;

import dev.analystcopilot.knowledge.planted.Place;
import dev.analystcopilot.knowledge.planted.PlantedInstructions;
import dev.analystcopilot.knowledge.postgres.Attention;
import dev.analystcopilot.knowledge.postgres.Attention.Reason;
import dev.analystcopilot.knowledge.postgres.Attention.Subject;
import dev.analystcopilot.knowledge.postgres.AttentionStore;
import dev.analystcopilot.knowledge.postgres.PassageStore.Entry;
import dev.analystcopilot.knowledge.postgres.PassageStore.NewPassage;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Looks for instructions planted in a tenant's own documents. Passages stay searchable: attention is kept for them.
final class PassageScreen {
    private final AttentionStore store;

    PassageScreen(AttentionStore store) {
        this.store = store;
    }

    /// What ships with the product is not looked at: it belongs to nobody who could look.
    void over(Scope scope, List<Entry> entries) {
        if (scope.tenant().equals(Scope.SHARED)) {
            return;
        }
        List<Attention> found = new ArrayList<>();
        for (Entry entry : entries) {
            for (NewPassage passage : entry.passages()) {
                PlantedInstructions.shared().in(Place.DOCUMENT, List.of(passage.heading(), passage.text())).stream()
                        .findFirst()
                        .ifPresent(planted -> found.add(new Attention(
                                Subject.PASSAGE,
                                passage.id(),
                                Reason.PLANTED_INSTRUCTION,
                                planted.kind().wireName() + ": " + planted.excerpt(),
                                Instant.now())));
            }
        }
        var _ = store.addAll(Scope.analyst(scope.tenant()), found);
    }
}
