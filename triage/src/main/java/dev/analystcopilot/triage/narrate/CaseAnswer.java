package dev.analystcopilot.triage.narrate;

import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.narrate.answer.Block;
import dev.analystcopilot.triage.narrate.answer.Sentence;
import dev.analystcopilot.triage.narrate.question.Intent;
import dev.analystcopilot.triage.narrate.question.Question;
import dev.analystcopilot.triage.narrate.words.Wording;
import java.util.ArrayList;
import java.util.List;

/// Puts together what a question wants to know about a case.
final class CaseAnswer {
    private static final int OTHERS = 3;

    private final Wording wording;
    private final CaseStory story;
    private final CaseVerdict verdict;
    private final Affected affected;
    private final NextSteps nextSteps;
    private final CaseList list;
    private final SeenBefore seenBefore;

    CaseAnswer(Wording wording, Citations citations, CaseVerdict verdict, CaseList list, NextSteps nextSteps) {
        this.wording = wording;
        this.story = new CaseStory(wording, citations);
        this.verdict = verdict;
        this.affected = new Affected(wording, citations);
        this.nextSteps = nextSteps;
        this.list = list;
        this.seenBefore = new SeenBefore(wording, citations);
    }

    List<Block> blocks(Question question, CaseDocument document, Facts facts) {
        List<Block> blocks = new ArrayList<>();
        boolean whole = question.wants(Intent.WHAT_HAPPENED);
        if (!question.isSpecific() && CaseMatcher.named(question, document).isEmpty()) {
            blocks.add(new Block.Paragraph(List.of(Sentence.plain(wording.say("lead.top")))));
        }
        if (whole || question.wants(Intent.DID_IT_SUCCEED)) {
            if (question.isRanked()) {
                blocks.add(story.subject(question, document));
            }
            blocks.add(story.lead(question, document));
            blocks.addAll(whole ? story.phases(document) : story.effects(document));
        } else {
            blocks.add(story.subject(question, document));
        }
        if (whole || question.wants(Intent.WHO_AFFECTED)) {
            blocks.addAll(affected.blocks(document, question.wants(Intent.WHO_AFFECTED)));
        }
        if (whole || question.wants(Intent.WHY) || question.wants(Intent.DID_IT_SUCCEED)) {
            blocks.addAll(verdict.verdict(document));
            verdict.judged(document, facts.judged()).ifPresent(blocks::add);
        }
        if (whole || question.wants(Intent.WHY)) {
            blocks.addAll(seenBefore.blocks(facts.past()));
        }
        if (question.wants(Intent.MISSING) || (whole && !document.gaps().isEmpty())) {
            blocks.addAll(verdict.missing(document));
        }
        if (whole || question.wants(Intent.NEXT_STEPS)) {
            blocks.addAll(nextSteps.blocks(document, facts.passages(), question.wants(Intent.NEXT_STEPS)));
        }
        if (whole || question.wants(Intent.WHY) || question.wants(Intent.MISSING)) {
            blocks.addAll(verdict.wouldChange(document));
        }
        if (whole && question.isSpecific() && !question.isRanked()) {
            others(question, document, facts, blocks);
        }
        if (question.window().isPresent() && !facts.outside().isEmpty()) {
            blocks.add(new Block.Heading(wording.say("head.outside")));
            blocks.add(new Block.Bullets(list.lines(facts.outside(), Facts.MAX_OUTSIDE)));
        }
        return blocks;
    }

    private void others(Question question, CaseDocument told, Facts facts, List<Block> blocks) {
        List<CaseDocument> others = facts.cases().stream()
                .filter(document -> !document.id().equals(told.id()) && CaseMatcher.fits(question, document))
                .toList();
        if (!others.isEmpty()) {
            blocks.add(new Block.Heading(wording.say("head.others")));
            blocks.add(new Block.Bullets(list.lines(others, OTHERS)));
        }
    }
}
