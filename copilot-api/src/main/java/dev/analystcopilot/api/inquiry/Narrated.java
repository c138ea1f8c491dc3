package dev.analystcopilot.api.inquiry;

import dev.analystcopilot.api.grounding.EvidenceBook;
import dev.analystcopilot.api.grounding.EvidenceItem;
import dev.analystcopilot.api.grounding.EvidenceItem.Kind;
import dev.analystcopilot.api.grounding.GroundedPiece;
import dev.analystcopilot.api.grounding.Shared;
import dev.analystcopilot.triage.narrate.answer.Answer;
import dev.analystcopilot.triage.narrate.answer.AnswerPiece;
import dev.analystcopilot.triage.narrate.answer.MarkdownAnswer;
import dev.analystcopilot.triage.narrate.answer.Ref;
import java.util.List;
import java.util.regex.Pattern;

/// Puts the narrator's answer into the numbering of the evidence book.
public final class Narrated {
    private static final Pattern MARKS = Pattern.compile("(?<!\\\\)(?:\\[\\d+])+(?!\\()");

    private Narrated() {}

    public static List<GroundedPiece> of(Answer answer, EvidenceBook book) {
        return of(answer, book, new Shared<>(0));
    }

    /// @param texts of answers that are being given already
    public static List<GroundedPiece> of(Answer answer, EvidenceBook book, Shared<String> texts) {
        return MarkdownAnswer.render(answer, ref -> item(ref, book).n()).stream()
                .<GroundedPiece>map(piece -> switch (piece) {
                    case AnswerPiece.Text text -> new GroundedPiece.Text(texts.get(text.markdown(), text::markdown));
                    case AnswerPiece.Citation citation -> new GroundedPiece.Citation(item(citation.ref(), book));
                })
                .toList();
    }

    /// The keys of what an answer cites, in the order of first mention.
    public static List<String> cited(Answer answer) {
        return MarkdownAnswer.render(answer).stream()
                .filter(AnswerPiece.Citation.class::isInstance)
                .map(AnswerPiece.Citation.class::cast)
                .map(citation -> key(kind(citation.ref()), citation.ref().id()))
                .distinct()
                .toList();
    }

    /// What code found out for an answer, as far as it is cited.
    public static List<Ref.Result> results(Answer answer) {
        return MarkdownAnswer.render(answer).stream()
                .filter(AnswerPiece.Citation.class::isInstance)
                .map(piece -> ((AnswerPiece.Citation) piece).ref())
                .filter(Ref.Result.class::isInstance)
                .map(Ref.Result.class::cast)
                .toList();
    }

    /// How many statements of a narrator's answer point to evidence: each ends with its marks. Marks that stand in
    /// alerts or documents are escaped, so they do not count.
    public static int statements(String markdown) {
        return (int) MARKS.matcher(markdown).results().count();
    }

    /// Ids of the alerts that an answer cites.
    public static List<String> alerts(Answer answer) {
        String prefix = key(Kind.ALERT, "");
        return cited(answer).stream()
                .filter(key -> key.startsWith(prefix))
                .map(key -> key.substring(prefix.length()))
                .toList();
    }

    public static String key(Kind kind, String id) {
        return kind + ":" + id;
    }

    private static EvidenceItem item(Ref ref, EvidenceBook book) {
        String text = ref instanceof Ref.Result result ? result.text() : ref.label();
        return book.add(kind(ref), ref.id(), ref.label(), text);
    }

    private static Kind kind(Ref ref) {
        return switch (ref) {
            case Ref.Result ignored -> Kind.RESULT;
            case Ref.Alert ignored -> Kind.ALERT;
            case Ref.Case ignored -> Kind.CASE;
            case Ref.Passage ignored -> Kind.PASSAGE;
        };
    }
}
