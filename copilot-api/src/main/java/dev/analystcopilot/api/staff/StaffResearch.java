package dev.analystcopilot.api.staff;

import dev.analystcopilot.api.grounding.EvidenceBook;
import dev.analystcopilot.api.grounding.EvidenceItem.Kind;
import dev.analystcopilot.api.inquiry.Findings;
import dev.analystcopilot.api.inquiry.Inquiry;
import dev.analystcopilot.api.inquiry.Narrated;
import dev.analystcopilot.api.inquiry.PassageFacts;
import dev.analystcopilot.api.inquiry.Researcher;
import dev.analystcopilot.api.inquiry.SideEvents;
import dev.analystcopilot.api.prompt.Prompts;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.api.tool.ToolBox;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.search.KnowledgeQuery;
import dev.analystcopilot.knowledge.search.KnowledgeSearch;
import dev.analystcopilot.triage.narrate.PassageFact;
import dev.analystcopilot.triage.narrate.StaffNarrator;
import dev.analystcopilot.triage.narrate.question.Question;
import dev.analystcopilot.triage.narrate.question.QuestionReader;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// For everyone who may not see alerts: passages that were written for staff, and nothing else. The scope keeps the
/// database from giving more, whatever is asked.
@Component
final class StaffResearch implements Researcher {
    private static final int PASSAGES = 4;

    /// Below, a passage is one of two in ten at best; above, words that question and document share decide.
    private static final double LEAST_RELEVANCE = 0.15;

    private final Database database;
    private final KnowledgeSearch search;
    private final Prompts prompts;
    private final ToolBox toolBox;
    private final Clock clock;
    private final QuestionReader reader = new QuestionReader();
    private final StaffNarrator narrator = new StaffNarrator();

    StaffResearch(Database database, KnowledgeSearch search, Prompts prompts, ToolBox toolBox, Clock clock) {
        this.database = database;
        this.search = search;
        this.prompts = prompts;
        this.toolBox = toolBox;
        this.clock = clock;
    }

    @Override
    public boolean serves(Caller caller) {
        return !caller.seesAlerts();
    }

    @Override
    public Findings research(Inquiry inquiry) {
        Question question =
                reader.read(inquiry.text(), Optional.of(inquiry.language()), Optional.empty(), clock.instant());
        List<PassageFact> passages = passages(inquiry, question);
        var book = new EvidenceBook();
        passages.forEach(passage -> book.add(Kind.PASSAGE, passage.id(), PassageFacts.label(passage), passage.text()));
        return new Findings(
                book,
                List.of(),
                prompts.staff(inquiry.languageName()),
                toolBox.forStaff(inquiry, book),
                new SideEvents(),
                Narrated.of(narrator.answer(question, passages), book));
    }

    /// What was found, with the whole of the document that fits best: what to do at once may stand in a passage that
    /// the question has no word of.
    private List<PassageFact> passages(Inquiry inquiry, Question question) {
        var query = KnowledgeQuery.of(inquiry.text(), PASSAGES).in(inquiry.language());
        // What hardly speaks of the question is not evidence: "nothing fits" is an answer, too.
        List<PassageFact> hits = search.search(inquiry.scope(), query).stream()
                .filter(hit -> hit.relevance() >= LEAST_RELEVANCE)
                .map(PassageFacts::of)
                .toList();
        Map<String, PassageFact> passages = new LinkedHashMap<>();
        narrator.documentToRead(question, hits).ifPresent(best -> {
            hits.stream().filter(hit -> hit.ref().equals(best.ref())).forEach(hit -> passages.put(hit.id(), hit));
            database.passages()
                    .ofRef(inquiry.scope(), best.kind(), best.ref(), best.language())
                    .forEach(passage -> passages.putIfAbsent(passage.id(), PassageFacts.of(passage)));
        });
        hits.forEach(hit -> passages.putIfAbsent(hit.id(), hit));
        return List.copyOf(passages.values());
    }
}
