package dev.analystcopilot.triage.narrate.answer;

import dev.analystcopilot.knowledge.text.Language;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;

/// Gives an answer the form of Markdown, a sentence a piece. One instance renders one answer.
public final class MarkdownAnswer {
    private final Language language;
    private final ToIntFunction<Ref> numbers;
    private final List<AnswerPiece> pieces = new ArrayList<>();
    private final Set<Integer> announced = new HashSet<>();

    private MarkdownAnswer(Language language, ToIntFunction<Ref> numbers) {
        this.language = language;
        this.numbers = numbers;
    }

    /// Numbers the references from 1 in order of use.
    public static List<AnswerPiece> render(Answer answer) {
        Map<String, Integer> numbers = new HashMap<>();
        return render(answer, ref -> numbers.computeIfAbsent(ref.key(), key -> numbers.size() + 1));
    }

    /// @param numbers gives a reference its number: the same for the same [Ref#key]
    public static List<AnswerPiece> render(Answer answer, ToIntFunction<Ref> numbers) {
        var markdown = new MarkdownAnswer(answer.language(), numbers);
        for (Block block : answer.blocks()) {
            markdown.block(block);
        }
        return List.copyOf(markdown.pieces);
    }

    /// The whole answer as one text.
    public static String text(List<AnswerPiece> pieces) {
        var text = new StringBuilder();
        for (AnswerPiece piece : pieces) {
            switch (piece) {
                case AnswerPiece.Text t -> text.append(t.markdown());
                case AnswerPiece.Citation ignored -> {
                    // the marks stand in the text
                }
            }
        }
        return text.toString();
    }

    private void block(Block block) {
        String gap = pieces.isEmpty() ? "" : "\n\n";
        switch (block) {
            case Block.Heading heading ->
                pieces.add(new AnswerPiece.Text(gap + "### " + Escaping.markdown(heading.text(), false)));
            case Block.Paragraph paragraph -> paragraph(paragraph.sentences(), gap);
            case Block.Bullets bullets -> {
                for (int i = 0; i < bullets.items().size(); i++) {
                    sentence((i == 0 ? gap : "\n") + "- ", bullets.items().get(i), true);
                }
            }
            case Block.Steps steps -> {
                for (int i = 0; i < steps.items().size(); i++) {
                    sentence(
                            (i == 0 ? gap : "\n") + (i + 1) + ". ",
                            steps.items().get(i),
                            true);
                }
            }
        }
    }

    private void paragraph(List<Sentence> sentences, String gap) {
        String between = gap;
        for (int i = 0; i < sentences.size(); i++) {
            sentence(between, sentences.get(i), i == 0);
            between = language == Language.ZH ? "" : " ";
        }
    }

    private void sentence(String before, Sentence sentence, boolean starts) {
        var text = new StringBuilder(before);
        if (!sentence.lead().isEmpty()) {
            text.append("**").append(escaped(sentence.lead(), sentence, false)).append("** ");
        }
        text.append(escaped(sentence.text(), sentence, starts && sentence.lead().isEmpty()));
        String marks = marks(sentence.refs());
        if (!marks.isEmpty()) {
            text.append(language == Language.ZH ? "" : " ").append(marks);
        }
        pieces.add(new AnswerPiece.Text(text.toString()));
    }

    private static String escaped(String words, Sentence sentence, boolean starts) {
        return Escaping.markdown(sentence.isFromDocuments() ? words : Escaping.defanged(words), starts);
    }

    private String marks(List<Ref> refs) {
        var marks = new StringBuilder();
        Set<Integer> used = new HashSet<>();
        for (Ref ref : refs) {
            int n = numbers.applyAsInt(ref);
            if (announced.add(n)) {
                pieces.add(new AnswerPiece.Citation(n, ref));
            }
            if (used.add(n)) {
                marks.append('[').append(n).append(']');
            }
        }
        return marks.toString();
    }
}
