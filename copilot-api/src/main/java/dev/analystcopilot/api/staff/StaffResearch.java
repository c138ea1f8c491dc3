package dev.analystcopilot.api.staff;

import dev.analystcopilot.api.grounding.EvidenceBook;
import dev.analystcopilot.api.grounding.EvidenceItem.Kind;
import dev.analystcopilot.api.inquiry.ChatEvent;
import dev.analystcopilot.api.inquiry.Findings;
import dev.analystcopilot.api.inquiry.Inquiry;
import dev.analystcopilot.api.inquiry.Narrated;
import dev.analystcopilot.api.inquiry.PassageFacts;
import dev.analystcopilot.api.inquiry.Researcher;
import dev.analystcopilot.api.inquiry.SideEvents;
import dev.analystcopilot.api.prompt.Prompts;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.api.staff.gap.Gaps;
import dev.analystcopilot.api.tool.ToolBox;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.PassageStore.Passage;
import dev.analystcopilot.knowledge.search.KnowledgeQuery;
import dev.analystcopilot.knowledge.search.KnowledgeSearch;
import dev.analystcopilot.knowledge.search.PassageHit;
import dev.analystcopilot.knowledge.staff.StaffMatch;
import dev.analystcopilot.knowledge.staff.StaffSearch;
import dev.analystcopilot.knowledge.staff.Sureness;
import dev.analystcopilot.triage.narrate.PassageFact;
import dev.analystcopilot.triage.narrate.StaffNarrator;
import dev.analystcopilot.triage.narrate.question.Question;
import dev.analystcopilot.triage.narrate.question.QuestionReader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// For everyone who may not see alerts: passages that were written for staff, and nothing else. The scope keeps the
/// database from giving more, whatever is asked. What no document answers is not guessed: it goes to the leads' list.
@Component
final class StaffResearch implements Researcher {
    private static final int PASSAGES = 8;
    /// So much worse than the first may a document be that is named beside it.
    private static final double NEAR = 1.5;

    private final Database database;
    private final StaffSearch staff;
    private final KnowledgeSearch search;
    private final Gaps gaps;
    private final Prompts prompts;
    private final ToolBox toolBox;
    private final Clock clock;
    private final QuestionReader reader = new QuestionReader();
    private final StaffNarrator narrator = new StaffNarrator();
    private final ReportLike reports = new ReportLike();

    StaffResearch(
            Database database,
            StaffSearch staff,
            KnowledgeSearch search,
            Gaps gaps,
            Prompts prompts,
            ToolBox toolBox,
            Clock clock) {
        this.database = database;
        this.staff = staff;
        this.search = search;
        this.gaps = gaps;
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
        List<StaffMatch> matches = staff.search(inquiry.scope(), inquiry.text(), inquiry.language());
        Sureness sureness =
                matches.isEmpty() ? Sureness.UNKNOWN : matches.getFirst().sureness();
        boolean reported = reports.in(inquiry.text());
        if (sureness == Sureness.UNKNOWN && !reported && !staff.isOtherBusiness(inquiry.text())) {
            gaps.note(inquiry.caller().tenant(), inquiry.text(), inquiry.language());
        }
        boolean unknown = sureness == Sureness.UNKNOWN;
        List<PassageFact> passages = unknown ? List.of() : passages(inquiry, matches);
        var book = new EvidenceBook();
        passages.forEach(passage -> book.add(Kind.PASSAGE, passage.id(), PassageFacts.label(passage), passage.text()));
        return new Findings(
                book,
                events(inquiry, sureness, reported),
                prompts.staff(inquiry.languageName()),
                unknown ? List.of() : toolBox.forStaff(inquiry, book),
                new SideEvents(),
                Narrated.of(narrator.answer(question, passages, sureness), book),
                unknown || staff.isEmergency(inquiry.text(), matches));
    }

    private List<ChatEvent> events(Inquiry inquiry, Sureness sureness, boolean reported) {
        List<ChatEvent> events = new ArrayList<>();
        events.add(new ChatEvent.Status("sure", narrator.sure(inquiry.language(), sureness)));
        if (reported) {
            events.add(new ChatEvent.Action(
                    "report", "report", inquiry.pick("Report this to the security team", "把它报告给安全团队")));
        }
        return events;
    }

    /// The whole of the document that fits best, since what to do at once may stand in a passage that the question has
    /// no word of; and the titles of those that come near.
    private List<PassageFact> passages(Inquiry inquiry, List<StaffMatch> matches) {
        StaffMatch best = matches.getFirst();
        List<PassageFact> passages = new ArrayList<>(whole(inquiry, best));
        matches.stream()
                .skip(1)
                .filter(match -> match.relevance() > 0 || match.score() >= best.score() - NEAR)
                .limit(2)
                .flatMap(match -> whole(inquiry, match).stream().limit(1))
                .forEach(passages::add);
        return passages;
    }

    /// In the order of the document; where the search knows which passage is meant, as in a glossary, that one first.
    private List<PassageFact> whole(Inquiry inquiry, StaffMatch match) {
        List<Passage> own =
                database.passages().ofRef(inquiry.scope(), match.kind(), match.ref(), match.language()).stream()
                        .filter(passage -> passage.documentId().equals(match.documentId()))
                        .toList();
        List<String> first = match.kind().equals("staff")
                ? List.of()
                : search
                        .search(
                                inquiry.scope(),
                                KnowledgeQuery.of(inquiry.text(), PASSAGES)
                                        .allPassages()
                                        .in(match.language()))
                        .stream()
                        .filter(hit -> hit.documentId().equals(match.documentId()))
                        .map(PassageHit::passageId)
                        .toList();
        return Stream.concat(
                        first.stream()
                                .flatMap(id -> own.stream()
                                        .filter(passage -> passage.id().equals(id))),
                        own.stream().filter(passage -> !first.contains(passage.id())))
                .map(StaffResearch::related)
                .toList();
    }

    private static PassageFact related(Passage passage) {
        return new PassageFact(
                passage.id(),
                passage.ref(),
                passage.kind(),
                passage.title(),
                passage.heading(),
                passage.text(),
                passage.language(),
                true);
    }
}
