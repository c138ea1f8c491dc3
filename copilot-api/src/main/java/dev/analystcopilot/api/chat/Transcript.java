package dev.analystcopilot.api.chat;

import dev.analystcopilot.api.grounding.Claim;
import dev.analystcopilot.api.grounding.ClaimCheck;
import dev.analystcopilot.api.grounding.ClaimStream;
import dev.analystcopilot.api.grounding.EvidenceItem;
import dev.analystcopilot.api.grounding.GroundedPiece;
import dev.analystcopilot.api.grounding.OpinionLine;
import dev.analystcopilot.api.guard.OutputFilter;
import dev.analystcopilot.api.inquiry.ChatEvent;
import dev.analystcopilot.api.inquiry.ChatEvent.Citation;
import dev.analystcopilot.api.inquiry.Narrated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Writes down one answer while it streams, as inert as it is sent. One thread at a time.
///
/// What a model says before any of its sentences is borne out is held back: an answer of which nothing is, is not the
/// beginning of an answer but none.
public final class Transcript {
    static final String BY_MODEL = "llm";
    static final String BY_NARRATOR = "narrator";

    private final ClaimStream claims;
    private final Predicate<EvidenceItem> stillThere;
    private final long since;
    private final StringBuilder text = new StringBuilder();
    /// None while it is all of the text.
    private @Nullable StringBuilder recalled;
    private final List<Citation> citations = new ArrayList<>();
    private final List<Claim> heldBack = new ArrayList<>();
    private Tally tally = Tally.NONE;
    private boolean proven;
    private boolean narrating;
    private int narratedFrom;
    private String tier = BY_NARRATOR;
    private String provider = "";

    /// @param since when it was asked, by [System#nanoTime()]: the time that an answer took is the asker's
    /// @param stillThere reads the store again: whether the evidence exists and the asker may see it
    Transcript(long since, ClaimStream claims, Predicate<EvidenceItem> stillThere) {
        this.since = since;
        this.claims = claims;
        this.stillThere = stillThere;
    }

    /// What a model says, as far as it was checked by now.
    List<ChatEvent> said(String piece) {
        return checked(claims.next(piece));
    }

    /// The model has said all. Where nothing of it held, only what was struck is shown.
    List<ChatEvent> ended() {
        List<ChatEvent> events = new ArrayList<>(checked(claims.end()));
        if (!proven) {
            for (Claim claim : heldBack) {
                if (claim.check() instanceof ClaimCheck.Struck struck) {
                    tally = tally.with(struck);
                    events.add(say(claim.markdown().strip() + "\n\n", false));
                    events.add(new ChatEvent.Struck(claim.said(), struck.reasons()));
                }
            }
            heldBack.clear();
        }
        return events;
    }

    /// The model stopped in the middle: half a sentence is no sentence, and what was held back stays so.
    void brokeOff() {
        heldBack.clear();
    }

    /// What code says needs no check of its words, only of what it points to.
    List<ChatEvent> told(GroundedPiece piece) {
        return switch (piece) {
            case GroundedPiece.Citation citation ->
                cite(citation.item()).stream().toList();
            case GroundedPiece.Text words -> List.of(say(words.text(), true));
        };
    }

    /// Whether anything that the model said was borne out.
    boolean proven() {
        return proven;
    }

    /// What the model thinks itself.
    Optional<OpinionLine> opinion() {
        return claims.opinion();
    }

    void by(String who) {
        if (who.equals(BY_NARRATOR) && !narrating) {
            narrating = true;
            narratedFrom = text.length();
        }
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

    /// What may be told to a language model again: nothing of it was struck or unproven.
    public String recalled() {
        StringBuilder own = recalled;
        return own == null ? text() : own.toString();
    }

    public String tier() {
        return tier;
    }

    /// Which model found the words, where one did; else empty.
    public String provider() {
        return tier.equals(BY_MODEL) ? provider : "";
    }

    public Tally tally() {
        return tally;
    }

    public List<Citation> citations() {
        return List.copyOf(citations);
    }

    public ChatEvent.Done done() {
        long tookMs = (System.nanoTime() - since) / 1_000_000;
        return new ChatEvent.Done(
                tier,
                provider(),
                tookMs,
                citations.size(),
                tally.verified() + narrated(),
                tally.unproven(),
                tally.struck());
    }

    /// What code said was composed from the evidence that it points to, read for this answer.
    private int narrated() {
        return narrating ? Narrated.statements(text.substring(narratedFrom)) : 0;
    }

    private List<ChatEvent> checked(List<Claim> complete) {
        List<ChatEvent> events = new ArrayList<>();
        for (Claim claim : complete) {
            heldBack.add(claim);
            proven |= claim.check() instanceof ClaimCheck.Verified;
            if (proven) {
                heldBack.forEach(one -> show(one, events));
                heldBack.clear();
            }
        }
        return events;
    }

    private void show(Claim claim, List<ChatEvent> events) {
        tally = tally.with(claim.check());
        claim.cited().forEach(item -> cite(item).ifPresent(events::add));
        events.add(say(
                claim.markdown(),
                switch (claim.check()) {
                    case ClaimCheck.Verified ignored -> true;
                    case ClaimCheck.Nothing ignored -> true;
                    case ClaimCheck.Struck ignored -> false;
                    case ClaimCheck.Unproven ignored -> false;
                }));
        if (claim.check() instanceof ClaimCheck.Struck struck) {
            events.add(new ChatEvent.Struck(claim.said(), struck.reasons()));
        }
    }

    /// Empty where this evidence was announced before, by whoever began the answer.
    private Optional<ChatEvent> cite(EvidenceItem item) {
        if (citations.stream().anyMatch(known -> known.n() == item.n())) {
            return Optional.empty();
        }
        var citation = new Citation(
                item.n(), item.kind().wireName(), item.id(), OutputFilter.inert(item.label()), stillThere.test(item));
        citations.add(citation);
        return Optional.of(citation);
    }

    /// @param holds whether a language model may be told it again
    private ChatEvent say(String words, boolean holds) {
        String inert = OutputFilter.inert(words);
        StringBuilder own = recalled;
        if (own == null && !holds) {
            own = new StringBuilder(text);
            recalled = own;
        }
        if (own != null && holds) {
            own.append(inert);
        }
        text.append(inert);
        return new ChatEvent.Token(inert);
    }
}
