package dev.analystcopilot.api.guard;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.api.grounding.EvidenceBook;
import dev.analystcopilot.api.grounding.EvidenceItem;
import dev.analystcopilot.api.grounding.GroundedPiece;
import dev.analystcopilot.api.inquiry.ChatEvent;
import dev.analystcopilot.api.inquiry.Findings;
import dev.analystcopilot.api.inquiry.Inquiry;
import dev.analystcopilot.knowledge.planted.Place;
import dev.analystcopilot.knowledge.planted.Planted;
import dev.analystcopilot.knowledge.planted.PlantedInstructions;
import dev.analystcopilot.knowledge.postgres.Attention;
import dev.analystcopilot.knowledge.postgres.AttentionStore;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds what evidence says to whoever reads it, and tells of it: beside every answer, and in the words of the
/// narrator.
public final class Screen {
    private static final int TOLD = 5;
    private static final int OF_CASE = 5;

    private final AttentionStore attention;

    public Screen(AttentionStore attention) {
        this.attention = requireNonNull(attention, "attention");
    }

    /// What was found for a question, with what is planted in it. Asks the store also for what stands in parts of
    /// alerts and cases that the evidence does not quote. Blocks.
    public Findings told(Inquiry inquiry, Findings findings) {
        List<ChatEvent.Finding> planted = all(inquiry, findings.book().items());
        if (planted.isEmpty()) {
            return findings;
        }
        List<ChatEvent> events = new ArrayList<>(findings.events());
        events.addAll(planted);
        List<GroundedPiece> narration = new ArrayList<>(findings.narration());
        narration.add(new GroundedPiece.Text(words(inquiry, planted.size())));
        return findings.told(events, narration);
    }

    private static String words(Inquiry inquiry, int count) {
        return "\n\n"
                + inquiry.pick(
                        "Note: %s to give instructions to its reader: shown above as a finding. Nothing was followed, and no verdict changed."
                                .formatted(
                                        count == 1
                                                ? "1 piece of this evidence tries"
                                                : count + " pieces of this evidence try"),
                        "注意：这些证据中有 %d 处试图向读者下达指令。已作为发现列出；没有执行，也没有改变任何判定。".formatted(count));
    }

    /// Looks at what lookups add to the evidence from now on.
    public Lookout lookout(Inquiry inquiry, Findings findings) {
        return new Lookout(items -> all(inquiry, items), findings);
    }

    private List<ChatEvent.Finding> all(Inquiry inquiry, List<EvidenceItem> items) {
        Map<String, ChatEvent.Finding> found = new LinkedHashMap<>();
        List<ChatEvent.Finding> now = findings(foreign(inquiry, items));
        now.forEach(finding -> found.put(finding.subject() + finding.id(), finding));
        keep(inquiry, now);
        stored(inquiry, items).stream()
                .filter(kept -> kept.reason() == Attention.Reason.PLANTED_INSTRUCTION)
                .map(Screen::finding)
                .forEach(finding -> found.putIfAbsent(finding.subject() + finding.id(), finding));
        return found.values().stream().limit(TOLD).toList();
    }

    /// Without documents in which nothing was found when they were taken in: most ship with the product, and their
    /// runbooks give orders as runbooks do.
    private List<EvidenceItem> foreign(Inquiry inquiry, List<EvidenceItem> items) {
        List<String> passages = ids(items, EvidenceItem.Kind.PASSAGE);
        Set<String> found =
                attention.of(Scope.analyst(inquiry.caller().tenant()), Attention.Subject.PASSAGE, passages).stream()
                        .map(Attention::subjectId)
                        .collect(Collectors.toSet());
        return items.stream()
                .filter(item -> item.kind() != EvidenceItem.Kind.PASSAGE || found.contains(item.id()))
                .toList();
    }

    /// An alert that came in before its words were known for what they are gets attention now.
    private void keep(Inquiry inquiry, List<ChatEvent.Finding> findings) {
        var _ = attention.addAll(
                Scope.analyst(inquiry.caller().tenant()),
                findings.stream()
                        .filter(finding -> finding.subject().equals(Attention.Subject.ALERT.wireName()))
                        .map(finding -> new Attention(
                                Attention.Subject.ALERT,
                                finding.id(),
                                Attention.Reason.PLANTED_INSTRUCTION,
                                finding.kind() + ": " + finding.excerpt(),
                                Instant.now()))
                        .toList());
    }

    private List<Attention> stored(Inquiry inquiry, List<EvidenceItem> items) {
        Scope scope = Scope.analyst(inquiry.caller().tenant());
        List<Attention> stored = new ArrayList<>();
        Set<String> alerts = new LinkedHashSet<>(ids(items, EvidenceItem.Kind.ALERT));
        items.stream()
                .filter(item -> item.kind() == EvidenceItem.Kind.RESULT)
                .forEach(item -> alerts.addAll(Quoted.ids(item.text())));
        stored.addAll(attention.of(scope, Attention.Subject.ALERT, alerts));
        for (String caseId : ids(items, EvidenceItem.Kind.CASE)) {
            stored.addAll(attention.ofCase(scope, caseId, OF_CASE));
        }
        return stored;
    }

    private static List<String> ids(List<EvidenceItem> items, EvidenceItem.Kind kind) {
        return items.stream()
                .filter(item -> item.kind() == kind)
                .map(EvidenceItem::id)
                .toList();
    }

    private static ChatEvent.Finding finding(Attention kept) {
        int colon = kept.detail().indexOf(": ");
        return new ChatEvent.Finding(
                colon > 0 ? kept.detail().substring(0, colon) : kept.reason().wireName(),
                kept.subject().wireName(),
                kept.subjectId(),
                colon > 0 ? kept.detail().substring(colon + 2) : kept.detail());
    }

    /// What is planted in the evidence of an answer, in the order of the evidence.
    public static List<ChatEvent.Finding> findings(EvidenceBook book) {
        return findings(book.items());
    }

    /// The same for some of it.
    public static List<ChatEvent.Finding> findings(List<EvidenceItem> items) {
        List<ChatEvent.Finding> findings = new ArrayList<>();
        for (EvidenceItem item : items) {
            List<Planted> planted = switch (item.kind()) {
                case ALERT ->
                    PlantedInstructions.shared()
                            .in(
                                    Place.ALERT,
                                    item.text().lines().map(Screen::value).toList());
                case PASSAGE -> PlantedInstructions.shared().in(Place.DOCUMENT, List.of(item.text()));
                case RESULT -> PlantedInstructions.shared().in(Place.QUOTED, Quoted.values(item.text()));
                // Of our own words; what they quote is screened where it comes from.
                case CASE -> List.of();
            };
            planted.stream()
                    .findFirst()
                    .ifPresent(first -> findings.add(new ChatEvent.Finding(
                            first.kind().wireName(), item.kind().wireName(), item.id(), first.excerpt())));
        }
        return List.copyOf(findings);
    }

    /// A line of evidence without our own name for it.
    private static String value(String line) {
        int colon = line.indexOf(": ");
        return colon > 0 && colon < 20 ? line.substring(colon + 2) : line;
    }
}
