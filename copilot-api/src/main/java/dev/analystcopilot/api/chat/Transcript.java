package dev.analystcopilot.api.chat;

import dev.analystcopilot.api.grounding.EvidenceItem;
import dev.analystcopilot.api.grounding.GroundedPiece;
import dev.analystcopilot.api.grounding.StreamGrounder;
import dev.analystcopilot.api.inquiry.ChatEvent;
import dev.analystcopilot.api.inquiry.ChatEvent.Citation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/// Writes down one answer while it streams. One thread at a time.
public final class Transcript {
    static final String BY_MODEL = "llm";
    static final String BY_NARRATOR = "narrator";

    private final StreamGrounder grounder;
    private final Predicate<EvidenceItem> stillThere;
    private final long start = System.nanoTime();
    private final StringBuilder text = new StringBuilder();
    private final List<Citation> citations = new ArrayList<>();
    private String tier = BY_NARRATOR;
    private String provider = "";

    /// @param stillThere reads the store again: whether the evidence exists and the asker may see it
    Transcript(StreamGrounder grounder, Predicate<EvidenceItem> stillThere) {
        this.grounder = grounder;
        this.stillThere = stillThere;
    }

    List<ChatEvent> said(String piece) {
        return events(grounder.next(piece));
    }

    /// What code says needs no check of its words, only of what it points to.
    List<ChatEvent> told(GroundedPiece piece) {
        return events(List.of(piece));
    }

    List<ChatEvent> ended() {
        return events(grounder.end());
    }

    void by(String who) {
        tier = who;
    }

    void provider(String name) {
        provider = name;
    }

    boolean empty() {
        return text.isEmpty();
    }

    public String text() {
        return text.toString();
    }

    public String tier() {
        return tier;
    }

    public List<Citation> citations() {
        return List.copyOf(citations);
    }

    public ChatEvent.Done done() {
        long tookMs = (System.nanoTime() - start) / 1_000_000;
        return new ChatEvent.Done(
                tier, tier.equals(BY_MODEL) ? provider : "", tookMs, citations.size(), 0, 0, grounder.struck());
    }

    private List<ChatEvent> events(List<GroundedPiece> pieces) {
        List<ChatEvent> events = new ArrayList<>();
        for (GroundedPiece piece : pieces) {
            switch (piece) {
                case GroundedPiece.Citation citation -> cite(citation.item()).ifPresent(events::add);
                case GroundedPiece.Text words -> events.add(say(words.text()));
            }
        }
        return events;
    }

    /// Empty where this evidence was announced before, by whoever began the answer.
    private Optional<ChatEvent> cite(EvidenceItem item) {
        if (citations.stream().anyMatch(known -> known.n() == item.n())) {
            return Optional.empty();
        }
        var citation = new Citation(item.n(), item.kind().wireName(), item.id(), item.label(), stillThere.test(item));
        citations.add(citation);
        return Optional.of(citation);
    }

    private ChatEvent say(String words) {
        text.append(words);
        return new ChatEvent.Token(words);
    }
}
