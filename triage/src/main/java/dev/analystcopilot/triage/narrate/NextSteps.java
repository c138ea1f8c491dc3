package dev.analystcopilot.triage.narrate;

import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.narrate.answer.Block;
import dev.analystcopilot.triage.narrate.answer.Ref;
import dev.analystcopilot.triage.narrate.answer.Sentence;
import dev.analystcopilot.triage.narrate.words.Extract;
import dev.analystcopilot.triage.narrate.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Quotes the runbook that fits a case best: what to check, how to contain, whom to tell.
final class NextSteps {
    private static final String RUNBOOK = "runbook";
    private static final List<String> CHECK = List.of("What to check", "需要核查什么");
    private static final List<String> CONTAIN = List.of("Contain", "遏制");
    private static final List<String> TELL = List.of("Who to tell", "通知谁");
    private static final List<String> MEANING = List.of("What it means", "含义");

    private final Wording wording;
    private final Citations citations;

    NextSteps(Wording wording, Citations citations) {
        this.wording = wording;
        this.citations = citations;
    }

    /// @param full more points, and whom to tell; questions to settle where there is no runbook
    List<Block> blocks(CaseDocument document, List<PassageFact> passages, boolean full) {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Heading(wording.say("head.next")));
        List<PassageFact> runbook = best(document.runbooks(), passages);
        if (runbook.isEmpty()) {
            if (!full || document.wouldChange().isEmpty()) {
                return List.of();
            }
            List<Ref> refs = List.of(citations.of(document));
            blocks.add(new Block.Paragraph(List.of(Sentence.of(wording.say("next.none"), refs))));
            blocks.add(new Block.Steps(document.wouldChange().stream()
                    .map(question -> Sentence.of(wording.pick(question), refs))
                    .toList()));
            return blocks;
        }
        int points = full ? 6 : 3;
        section(runbook, CHECK, points).ifPresent(blocks::addAll);
        section(runbook, CONTAIN, points).ifPresent(blocks::addAll);
        if (full) {
            section(runbook, TELL, points).ifPresent(blocks::addAll);
        }
        others(document, runbook.getFirst().ref(), passages, blocks);
        return blocks;
    }

    private void others(CaseDocument document, String quoted, List<PassageFact> passages, List<Block> blocks) {
        List<Sentence> others = document.runbooks().stream()
                .filter(name -> !name.equals(quoted))
                .flatMap(name -> best(List.of(name), passages).stream().limit(1))
                .map(passage -> Sentence.of(passage.title(), List.of(citations.of(passage))))
                .toList();
        if (!others.isEmpty()) {
            blocks.add(new Block.Paragraph(List.of(Sentence.plain(wording.say("next.others")))));
            blocks.add(new Block.Bullets(others));
        }
    }

    /// What a runbook says that its scenario means.
    Optional<Block> meaning(List<String> runbooks, List<PassageFact> passages) {
        return passage(best(runbooks, passages), MEANING).map(passage -> {
            List<Ref> refs = List.of(citations.of(passage));
            List<Sentence> sentences = new ArrayList<>();
            sentences.add(Sentence.plain(wording.say("technique.runbook", passage.title())));
            Extract.sentences(passage.text()).stream()
                    .limit(3)
                    .map(sentence -> Sentence.of(sentence, refs))
                    .forEach(sentences::add);
            return new Block.Paragraph(sentences);
        });
    }

    private Optional<List<Block>> section(List<PassageFact> runbook, List<String> headings, int max) {
        return passage(runbook, headings).map(passage -> {
            List<Ref> refs = List.of(citations.of(passage));
            return List.of(
                    new Block.Paragraph(List.of(
                            Sentence.plain(wording.say("next.from", passage.title(), lastPart(passage.heading()))))),
                    new Block.Steps(Extract.points(passage.text()).stream()
                            .limit(max)
                            .map(point -> Sentence.of(point, refs))
                            .toList()));
        });
    }

    /// Whether a passage tells what to do.
    static boolean isAction(PassageFact passage) {
        String heading = lastPart(passage.heading());
        return CHECK.contains(heading) || CONTAIN.contains(heading);
    }

    private static Optional<PassageFact> passage(List<PassageFact> runbook, List<String> headings) {
        return runbook.stream()
                .filter(passage -> headings.contains(lastPart(passage.heading())))
                .findFirst();
    }

    /// Passages of the first runbook that there are any of, in the answer's language if it is there in it.
    private List<PassageFact> best(List<String> runbooks, List<PassageFact> passages) {
        for (String name : runbooks) {
            List<PassageFact> found = passages.stream()
                    .filter(passage ->
                            passage.kind().equals(RUNBOOK) && passage.ref().equals(name))
                    .toList();
            List<PassageFact> own = found.stream()
                    .filter(passage -> passage.language() == wording.language())
                    .toList();
            if (!found.isEmpty()) {
                return own.isEmpty() ? found : own;
            }
        }
        return List.of();
    }

    /// A heading may come with those above it: `Web shell > Contain`.
    private static String lastPart(String heading) {
        return heading.substring(heading.lastIndexOf('>') + 1).strip();
    }
}
