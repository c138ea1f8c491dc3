package dev.analystcopilot.triage.narrate;

import dev.analystcopilot.triage.narrate.Documents.Document;
import dev.analystcopilot.triage.narrate.answer.Block;
import dev.analystcopilot.triage.narrate.answer.Ref;
import dev.analystcopilot.triage.narrate.answer.Sentence;
import dev.analystcopilot.triage.narrate.question.Intent;
import dev.analystcopilot.triage.narrate.question.Question;
import dev.analystcopilot.triage.narrate.words.Extract;
import dev.analystcopilot.triage.narrate.words.Wording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Answers from documents: their own points and sentences, word for word, with where they stand.
final class KnowledgeStory {
    private static final int POINTS = 6;
    private static final int PASSAGES = 2;
    private static final int SEE_ALSO = 2;

    private final Wording wording;
    private final Citations citations;
    private final Documents documents;

    KnowledgeStory(Wording wording, Citations citations, Documents documents) {
        this.wording = wording;
        this.citations = citations;
        this.documents = documents;
    }

    /// Nothing where no passage fits.
    List<Block> blocks(Question question, List<PassageFact> passages) {
        Comparator<Document> runbooks =
                Comparator.comparing(document -> !document.first().kind().equals("runbook"));
        Comparator<Document> wanted = runbooks.thenComparingDouble(
                document -> -documents.fit(question.text(), document.first().title()));
        List<Document> fitting = documents.fitting(question.text(), passages).stream()
                .sorted(question.wants(Intent.NEXT_STEPS) ? wanted : (a, b) -> 0)
                .toList();
        if (fitting.isEmpty()) {
            return List.of();
        }
        List<Block> blocks = new ArrayList<>();
        fitting.getFirst().passages().stream()
                .sorted(Comparator.comparing(
                        passage -> question.wants(Intent.NEXT_STEPS) && !NextSteps.isAction(passage)))
                .limit(PASSAGES)
                .forEach(passage -> quote(question, passage, blocks));
        seeAlso(fitting, wording.say("knowledge.see-also"), blocks);
        return blocks;
    }

    void seeAlso(List<Document> fitting, String lead, List<Block> blocks) {
        List<Sentence> others = fitting.stream()
                .skip(1)
                .limit(SEE_ALSO)
                .map(document -> Sentence.of(document.first().title(), List.of(citations.of(document.first()))))
                .toList();
        if (!others.isEmpty()) {
            blocks.add(new Block.Paragraph(List.of(Sentence.plain(lead))));
            blocks.add(new Block.Bullets(others));
        }
    }

    private void quote(Question question, PassageFact passage, List<Block> blocks) {
        List<Ref> refs = List.of(citations.of(passage));
        String from = passage.heading().isEmpty()
                ? wording.say("knowledge.from", passage.title())
                : wording.say("knowledge.from-section", passage.title(), passage.heading());
        blocks.add(new Block.Paragraph(List.of(Sentence.plain(from))));
        List<String> points = Extract.points(passage.text());
        List<Sentence> quoted = best(question, points).stream()
                .map(point -> Sentence.of(point, refs))
                .toList();
        blocks.add(new Block.Bullets(quoted));
    }

    /// The points that fit best, in the passage's order.
    private List<String> best(Question question, List<String> points) {
        return IntStream.range(0, points.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -documents.fit(question.text(), points.get(i)))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(POINTS)
                .sorted()
                .map(points::get)
                .toList();
    }
}
