package dev.analystcopilot.api.grounding;

import dev.analystcopilot.api.grounding.EvidenceItem.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The numbered evidence offered for one answer. Lookups made on the way add to it; the same thing keeps its number.
/// Safe for use by several threads.
public final class EvidenceBook {
    private final List<EvidenceItem> items = new ArrayList<>();

    /// The item's number, old or new.
    public synchronized EvidenceItem add(Kind kind, String id, String label, String text) {
        // A few dozen: an index would take more room than the list.
        for (EvidenceItem item : items) {
            if (item.kind() == kind && item.id().equals(id)) {
                return item;
            }
        }
        var item = new EvidenceItem(items.size() + 1, kind, id, label, text);
        items.add(item);
        return item;
    }

    public synchronized Optional<EvidenceItem> number(int n) {
        return n >= 1 && n <= items.size() ? Optional.of(items.get(n - 1)) : Optional.empty();
    }

    /// Whether this very word stands somewhere in what was offered.
    public synchronized boolean mentions(String word) {
        return items.stream()
                .anyMatch(item -> item.id().equals(word)
                        || item.label().contains(word)
                        || item.text().contains(word));
    }

    public synchronized List<EvidenceItem> items() {
        return List.copyOf(items);
    }
}
