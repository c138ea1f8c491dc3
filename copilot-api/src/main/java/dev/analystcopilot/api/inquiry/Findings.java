package dev.analystcopilot.api.inquiry;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.api.grounding.EvidenceBook;
import dev.analystcopilot.api.grounding.GroundedPiece;
import dev.analystcopilot.api.llm.LlmTool;
import java.util.List;

/// What was found for a question: the same whoever finds the words for it.
///
/// @param book the evidence, numbered
/// @param events what is said of it by code, whatever the model says: chain, disposition, actions
/// @param rules the system prompt for a language model
/// @param tools what a language model may look up beyond that
/// @param side what tools want shown beside the words
/// @param narration the answer in the words of code
/// @param settled whether these words are the answer and no language model is asked: what to do in an emergency, and
///     that nothing is known
public record Findings(
        EvidenceBook book,
        List<ChatEvent> events,
        String rules,
        List<LlmTool> tools,
        SideEvents side,
        List<GroundedPiece> narration,
        boolean settled) {
    public Findings {
        requireNonNull(book, "book");
        requireNonNull(rules, "rules");
        requireNonNull(side, "side");
        events = List.copyOf(events);
        tools = List.copyOf(tools);
        narration = List.copyOf(narration);
    }

    /// The same once its events were sent: without chains, which are long and not asked for again.
    public Findings sent() {
        List<ChatEvent> rest = events.stream()
                .filter(event -> !(event instanceof ChatEvent.Chain))
                .toList();
        return new Findings(book, rest, rules, tools, side, narration, settled);
    }

    /// The same with more to say beside it.
    public Findings told(List<ChatEvent> told, List<GroundedPiece> words) {
        return new Findings(book, told, rules, tools, side, words, settled);
    }

    /// For which a language model may find better words.
    public Findings(
            EvidenceBook book,
            List<ChatEvent> events,
            String rules,
            List<LlmTool> tools,
            SideEvents side,
            List<GroundedPiece> narration) {
        this(book, events, rules, tools, side, narration, false);
    }
}
