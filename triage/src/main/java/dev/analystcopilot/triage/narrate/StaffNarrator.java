package dev.analystcopilot.triage.narrate;

import dev.analystcopilot.knowledge.staff.Sureness;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.triage.narrate.Documents.Document;
import dev.analystcopilot.triage.narrate.answer.Answer;
import dev.analystcopilot.triage.narrate.answer.Block;
import dev.analystcopilot.triage.narrate.answer.Ref;
import dev.analystcopilot.triage.narrate.answer.Sentence;
import dev.analystcopilot.triage.narrate.question.Question;
import dev.analystcopilot.triage.narrate.words.Extract;
import dev.analystcopilot.triage.narrate.words.Wording;
import dev.analystcopilot.triage.phrase.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Answers any employee's questions, from documents only: what to do at once comes first. Thread-safe.
public final class StaffNarrator {
    private static final List<String> URGENT = List.of("Do this now", "现在就做");
    private static final List<String> ANSWER = List.of("Answer", "回答");
    /// Sections in the order in which somebody needs them.
    private static final List<List<String>> LATER =
            List.of(List.of("Do not", "不要做"), List.of("Who to tell", "告诉谁"), List.of("Why", "为什么"));
    private static final int URGENT_POINTS = 8;
    private static final int POINTS = 4;

    private final Phrases phrases = Wording.phrases();
    private final Documents documents = new Documents();

    /// A passage of the document that the answer would quote, so that all of its passages can be read.
    ///
    /// @param hits what the search found for the asker, the best match first
    public Optional<PassageFact> documentToRead(Question question, List<PassageFact> hits) {
        return documents.fitting(question.text(), hits).stream().findFirst().map(Document::first);
    }

    /// As [#answer(Question, List, Sureness)], where nobody says how sure it is.
    public Answer answer(Question question, List<PassageFact> passages) {
        return answer(question, passages, Optional.empty());
    }

    /// @param passages what answers the question, the best match first; none where nothing does
    /// @param sureness told at the end
    public Answer answer(Question question, List<PassageFact> passages, Sureness sureness) {
        return answer(question, passages, Optional.of(sureness));
    }

    /// How sure an answer is, in a sentence for the one who asked.
    public String sure(Language language, Sureness sureness) {
        var wording = new Wording(phrases, language);
        return switch (sureness) {
            case SURE -> wording.say("staff.sure");
            case LIKELY -> wording.say("staff.likely");
            case UNKNOWN -> wording.say("staff.unknown");
        };
    }

    private Answer answer(Question question, List<PassageFact> passages, Optional<Sureness> sureness) {
        var wording = new Wording(phrases, question.language());
        var citations = new Citations(Map.of(), wording);
        var story = new KnowledgeStory(wording, citations, documents);
        // Whoever knows how sure it is has chosen the documents already.
        List<Document> fitting =
                sureness.isPresent() ? documents.all(passages) : documents.fitting(question.text(), passages);
        List<Block> blocks = new ArrayList<>();
        if (fitting.isEmpty()) {
            blocks.add(new Block.Paragraph(List.of(Sentence.plain(wording.say("staff.none")))));
            if (sureness.isPresent()) {
                blocks.add(new Block.Paragraph(List.of(Sentence.plain(wording.say("staff.noted")))));
            }
        } else if (section(fitting.getFirst(), URGENT).isEmpty()
                && section(fitting.getFirst(), ANSWER).isEmpty()) {
            blocks.addAll(story.blocks(question, passages));
        } else {
            guidance(fitting.getFirst(), citations, blocks);
            story.seeAlso(fitting, wording.say("staff.see-also"), blocks);
        }
        sureness.filter(how -> how != Sureness.UNKNOWN)
                .ifPresent(how ->
                        blocks.add(new Block.Paragraph(List.of(Sentence.plain(sure(question.language(), how))))));
        return new Answer(question.language(), blocks, List.of(), Optional.empty());
    }

    private static void guidance(Document document, Citations citations, List<Block> blocks) {
        blocks.add(new Block.Heading(document.first().title()));
        section(document, URGENT).ifPresent(passage -> {
            blocks.add(new Block.Paragraph(List.of(Sentence.plain(passage.heading()))));
            blocks.add(new Block.Steps(points(passage, citations, URGENT_POINTS)));
        });
        section(document, ANSWER)
                .ifPresent(passage -> blocks.add(new Block.Bullets(points(passage, citations, URGENT_POINTS))));
        for (List<String> headings : LATER) {
            section(document, headings).ifPresent(passage -> {
                blocks.add(new Block.Paragraph(List.of(Sentence.plain(passage.heading()))));
                blocks.add(new Block.Bullets(points(passage, citations, POINTS)));
            });
        }
    }

    private static List<Sentence> points(PassageFact passage, Citations citations, int max) {
        List<Ref> refs = List.of(citations.of(passage));
        return Extract.points(passage.text()).stream()
                .limit(max)
                .map(point -> Sentence.of(point, refs))
                .toList();
    }

    private static Optional<PassageFact> section(Document document, List<String> headings) {
        return document.passages().stream()
                .filter(passage -> headings.contains(passage.heading()))
                .findFirst();
    }
}
