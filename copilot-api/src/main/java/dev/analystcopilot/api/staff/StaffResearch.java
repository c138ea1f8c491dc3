package dev.analystcopilot.api.staff;

import dev.analystcopilot.api.chat.Findings;
import dev.analystcopilot.api.chat.Inquiry;
import dev.analystcopilot.api.chat.Narrated;
import dev.analystcopilot.api.chat.PassageFacts;
import dev.analystcopilot.api.chat.Researcher;
import dev.analystcopilot.api.chat.SearchKnowledgeTool;
import dev.analystcopilot.api.grounding.EvidenceBook;
import dev.analystcopilot.api.grounding.EvidenceItem.Kind;
import dev.analystcopilot.api.prompt.Prompts;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.knowledge.search.KnowledgeQuery;
import dev.analystcopilot.knowledge.search.KnowledgeSearch;
import dev.analystcopilot.knowledge.search.PassageHit;
import dev.analystcopilot.triage.narrate.PassageFact;
import dev.analystcopilot.triage.narrate.StaffNarrator;
import dev.analystcopilot.triage.narrate.question.QuestionReader;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// For everyone who may not see alerts: passages that were written for staff, and nothing else. The scope keeps the
/// database from giving more, whatever is asked.
@Component
final class StaffResearch implements Researcher {
    private static final int PASSAGES = 4;
    /// Below this, unrelated texts have it too: better to say that nothing was found.
    private static final double LEAST_COSINE = 0.6;

    private final KnowledgeSearch search;
    private final Prompts prompts;
    private final Clock clock;
    private final QuestionReader reader = new QuestionReader();
    private final StaffNarrator narrator = new StaffNarrator();

    StaffResearch(KnowledgeSearch search, Prompts prompts, Clock clock) {
        this.search = search;
        this.prompts = prompts;
        this.clock = clock;
    }

    @Override
    public boolean serves(Caller caller) {
        return !caller.seesAlerts();
    }

    @Override
    public Findings research(Inquiry inquiry) {
        var query = KnowledgeQuery.of(inquiry.text(), PASSAGES).in(inquiry.language());
        List<PassageFact> passages = search.search(inquiry.scope(), query).stream()
                .filter(StaffResearch::related)
                .map(PassageFacts::of)
                .toList();
        var book = new EvidenceBook();
        passages.forEach(passage -> book.add(Kind.PASSAGE, passage.id(), PassageFacts.label(passage), passage.text()));
        var question = reader.read(inquiry.text(), Optional.of(inquiry.language()), Optional.empty(), clock.instant());
        return new Findings(
                book,
                List.of(),
                prompts.staff(inquiry.languageName()),
                List.of(new SearchKnowledgeTool(search, inquiry, book, prompts)),
                Narrated.of(narrator.answer(question, passages), book));
    }

    private static boolean related(PassageHit hit) {
        return !hit.why().words().isEmpty()
                || hit.why().cosine().filter(cosine -> cosine >= LEAST_COSINE).isPresent();
    }
}
