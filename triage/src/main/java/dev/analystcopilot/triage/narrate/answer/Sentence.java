package dev.analystcopilot.triage.narrate.answer;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// One statement.
///
/// @param text plain text, not Markdown: whatever looks like markup in it is meant to be read
/// @param refs what it rests on
public record Sentence(String text, List<Ref> refs) {
    public Sentence {
        requireNonNull(text, "text");
        refs = List.copyOf(refs);
    }

    public static Sentence plain(String text) {
        return new Sentence(text, List.of());
    }
}
