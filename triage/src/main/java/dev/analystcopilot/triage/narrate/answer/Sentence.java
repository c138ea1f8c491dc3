package dev.analystcopilot.triage.narrate.answer;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// One statement.
///
/// @param lead words in front that stand out, such as a time; may be empty
/// @param text plain text, not Markdown: whatever looks like markup in it is meant to be read
/// @param refs what it rests on
public record Sentence(String lead, String text, List<Ref> refs) {
    public Sentence {
        requireNonNull(lead, "lead");
        requireNonNull(text, "text");
        refs = List.copyOf(refs);
    }

    public static Sentence of(String text, List<Ref> refs) {
        return new Sentence("", text, refs);
    }

    /// Rests on nothing: about the answer itself.
    public static Sentence plain(String text) {
        return of(text, List.of());
    }

    /// Whether it quotes documents only: these keep their addresses, alerts do not.
    boolean isFromDocuments() {
        return !refs.isEmpty() && refs.stream().allMatch(Ref.Passage.class::isInstance);
    }
}
