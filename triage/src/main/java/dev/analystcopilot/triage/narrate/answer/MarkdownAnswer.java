package dev.analystcopilot.triage.narrate.answer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/// Gives an answer the form of Markdown, piece by piece.
public final class MarkdownAnswer {
    private MarkdownAnswer() {}

    /// Numbers the references from 1 in order of use.
    public static List<AnswerPiece> render(Answer answer) {
        Map<String, Integer> numbers = new HashMap<>();
        return render(answer, ref -> numbers.computeIfAbsent(ref.key(), key -> numbers.size() + 1));
    }

    /// @param numbers gives a reference its number: the same for the same [Ref#key]
    public static List<AnswerPiece> render(Answer answer, ToIntFunction<Ref> numbers) {
        return new ArrayList<>();
    }
}
