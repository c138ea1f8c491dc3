package dev.analystcopilot.api.guard;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.api.grounding.EvidenceBook;
import dev.analystcopilot.api.grounding.EvidenceItem;
import dev.analystcopilot.api.inquiry.ChatEvent;
import dev.analystcopilot.api.inquiry.Findings;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// Finds what is planted in evidence that comes in while an answer is made, and tells of each thing once. One thread at
/// a time; blocks.
public final class Lookout {
    private final Function<List<EvidenceItem>, List<ChatEvent.Finding>> look;
    private final EvidenceBook book;
    private final Set<String> told = new HashSet<>();
    private int seen;

    Lookout(Function<List<EvidenceItem>, List<ChatEvent.Finding>> look, Findings findings) {
        this.look = requireNonNull(look, "look");
        this.book = findings.book();
        this.seen = book.items().size();
        findings.events().forEach(event -> {
            if (event instanceof ChatEvent.Finding finding) {
                told.add(key(finding));
            }
        });
    }

    /// What is planted in evidence that came since the last call.
    public List<ChatEvent.Finding> added() {
        List<EvidenceItem> items = book.items();
        if (items.size() == seen) {
            return List.of();
        }
        List<EvidenceItem> fresh = items.subList(seen, items.size());
        seen = items.size();
        return look.apply(fresh).stream()
                .filter(finding -> told.add(key(finding)))
                .toList();
    }

    private static String key(ChatEvent.Finding finding) {
        return finding.subject() + ":" + finding.id();
    }
}
