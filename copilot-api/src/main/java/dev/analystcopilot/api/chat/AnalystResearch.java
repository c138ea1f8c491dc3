package dev.analystcopilot.api.chat;

import dev.analystcopilot.api.grounding.EvidenceBook;
import dev.analystcopilot.api.grounding.EvidenceItem.Kind;
import dev.analystcopilot.api.inquiry.ChatEvent;
import dev.analystcopilot.api.inquiry.EvidenceText;
import dev.analystcopilot.api.inquiry.Findings;
import dev.analystcopilot.api.inquiry.Inquiry;
import dev.analystcopilot.api.inquiry.Narrated;
import dev.analystcopilot.api.inquiry.PassageFacts;
import dev.analystcopilot.api.inquiry.PastFacts;
import dev.analystcopilot.api.inquiry.Researcher;
import dev.analystcopilot.api.inquiry.SideEvents;
import dev.analystcopilot.api.prompt.Prompts;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.api.tool.ToolBox;
import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.postgres.CaseQuery;
import dev.analystcopilot.knowledge.postgres.CaseRow;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.learning.ReviewStore;
import dev.analystcopilot.knowledge.search.KnowledgeQuery;
import dev.analystcopilot.knowledge.search.KnowledgeSearch;
import dev.analystcopilot.knowledge.similar.Similar;
import dev.analystcopilot.knowledge.similar.SimilarAlert;
import dev.analystcopilot.knowledge.similar.SimilarAlerts;
import dev.analystcopilot.knowledge.similar.SimilarQuery;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.document.CaseDocuments;
import dev.analystcopilot.triage.narrate.AlertFact;
import dev.analystcopilot.triage.narrate.CaseJudgement;
import dev.analystcopilot.triage.narrate.CaseMatcher;
import dev.analystcopilot.triage.narrate.Facts;
import dev.analystcopilot.triage.narrate.Narrator;
import dev.analystcopilot.triage.narrate.PassageFact;
import dev.analystcopilot.triage.narrate.PastFact;
import dev.analystcopilot.triage.narrate.answer.Answer;
import dev.analystcopilot.triage.narrate.question.Question;
import dev.analystcopilot.triage.narrate.question.QuestionReader;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// For those who may see alerts:
///
/// 1. understand the question;
/// 2. find the cases it is about;
/// 3. read their alerts, the runbooks that fit, and what the documents say to the question's words;
/// 4. number all of it as evidence, and let the narrator put it into words.
@Component
final class AnalystResearch implements Researcher {
    private static final int CASES_LOOKED_AT = 300;
    private static final int CASES_TOLD = 3;
    private static final int PASSAGES = 4;

    private final Database database;
    private final KnowledgeSearch search;
    private final SimilarAlerts similar;
    private final ReviewStore reviews;
    private final Prompts prompts;
    private final ToolBox toolBox;
    private static final int UNCITED_OFFERED = 60;
    private static final int PAST_TOLD = 5;

    private final Narrator narrator;
    private final Clock clock;
    private final QuestionReader reader = new QuestionReader();

    AnalystResearch(
            Database database,
            KnowledgeSearch search,
            SimilarAlerts similar,
            ReviewStore reviewStore,
            Prompts prompts,
            ToolBox toolBox,
            Narrator narrator,
            Clock clock) {
        this.database = database;
        this.search = search;
        this.similar = similar;
        this.reviews = reviewStore;
        this.prompts = prompts;
        this.toolBox = toolBox;
        this.narrator = narrator;
        this.clock = clock;
    }

    @Override
    public boolean serves(Caller caller) {
        return caller.seesAlerts();
    }

    @Override
    public Findings research(Inquiry inquiry) {
        Question question =
                reader.read(inquiry.text(), Optional.of(inquiry.language()), inquiry.caseId(), clock.instant());
        Facts facts = facts(inquiry, question);
        Answer answer = narrator.answer(question, facts);
        var book = new EvidenceBook();
        var side = new SideEvents();
        fill(book, inquiry, facts, answer);
        return new Findings(
                book,
                events(answer, facts),
                prompts.analyst(inquiry.languageName()),
                toolBox.forAnalysts(inquiry, book, side),
                side,
                Narrated.of(answer, book));
    }

    private Facts facts(Inquiry inquiry, Question question) {
        List<CaseDocument> cases = CaseMatcher.best(question, candidates(inquiry, question));
        Map<String, AlertFact> alerts =
                database.alerts().find(inquiry.scope(), narrator.alertsToRead(question, cases)).stream()
                        .collect(Collectors.toMap(Alert::id, AlertFact::of));
        return new Facts(
                cases,
                alerts,
                passages(inquiry, question, cases),
                coverage(inquiry),
                narrator.caseToTell(question, cases)
                        .map(told -> past(inquiry, told.id()))
                        .orElse(List.of()),
                judged(inquiry, cases));
    }

    /// What people said of the cases, the latest of each.
    private Map<String, CaseJudgement> judged(Inquiry inquiry, List<CaseDocument> cases) {
        return reviews.of(inquiry.scope(), cases.stream().map(CaseDocument::id).toList()).stream()
                .collect(Collectors.toMap(
                        reviewed -> reviewed.review().caseId(), PastFacts::judgement, (latest, earlier) -> latest));
    }

    /// What was seen outside the case that is like its own alerts.
    private List<PastFact> past(Inquiry inquiry, String caseId) {
        return similar
                .toCase(inquiry.scope(), caseId, SimilarQuery.top(PAST_TOLD))
                .map(Similar::alerts)
                .orElse(List.of())
                .stream()
                .filter(SimilarAlert::same)
                .map(PastFacts::of)
                .toList();
    }

    /// Those that come first, and those that are named however far down they are.
    private List<CaseDocument> candidates(Inquiry inquiry, Question question) {
        Map<String, CaseRow> rows = new LinkedHashMap<>();
        question.caseIds()
                .forEach(id -> database.cases().find(inquiry.scope(), id).ifPresent(row -> rows.put(row.id(), row)));
        database.cases()
                .list(inquiry.scope(), CaseQuery.top(CASES_LOOKED_AT))
                .forEach(row -> rows.putIfAbsent(row.id(), row));
        return rows.values().stream()
                .map(CaseRow::document)
                .map(CaseDocuments::ofJson)
                .toList();
    }

    private List<PassageFact> passages(Inquiry inquiry, Question question, List<CaseDocument> cases) {
        Map<String, PassageFact> passages = new LinkedHashMap<>();
        for (String runbook : narrator.runbooksToRead(question, cases)) {
            database.passages()
                    .ofRef(inquiry.scope(), "runbook", runbook, inquiry.language())
                    .forEach(passage -> passages.put(passage.id(), PassageFacts.of(passage)));
        }
        search.search(
                        inquiry.scope(),
                        KnowledgeQuery.of(inquiry.text(), PASSAGES)
                                .allPassages()
                                .in(inquiry.language()))
                .forEach(hit -> passages.putIfAbsent(hit.passageId(), PassageFacts.of(hit)));
        return List.copyOf(passages.values());
    }

    private Facts.Coverage coverage(Inquiry inquiry) {
        var range = database.alerts().timeRange(inquiry.scope());
        return new Facts.Coverage(
                database.alerts().count(inquiry.scope()),
                database.cases().overview(inquiry.scope()).cases(),
                range.map(found -> found.first()),
                range.map(found -> found.last()));
    }

    /// What the narrator cites gets the first numbers, in the order of its first mention; then what else was found, as
    /// much of it as a language model's context should be filled with.
    private void fill(EvidenceBook book, Inquiry inquiry, Facts facts, Answer answer) {
        Map<String, Runnable> offers = new LinkedHashMap<>();
        facts.cases().stream()
                .limit(CASES_TOLD)
                .forEach(found -> offers.put(
                        Narrated.key(Kind.CASE, found.id()),
                        () -> book.add(
                                Kind.CASE,
                                found.id(),
                                EvidenceText.in(inquiry.language(), found.title()),
                                EvidenceText.of(found, inquiry.language()))));
        facts.passages()
                .forEach(passage -> offers.put(
                        Narrated.key(Kind.PASSAGE, passage.id()),
                        () -> book.add(Kind.PASSAGE, passage.id(), PassageFacts.label(passage), passage.text())));
        database.alerts()
                .find(inquiry.scope(), alertIds(facts))
                .forEach(alert -> offers.put(
                        Narrated.key(Kind.ALERT, alert.id()),
                        () -> book.add(Kind.ALERT, alert.id(), EvidenceText.label(alert), EvidenceText.of(alert))));
        List<String> cited = Narrated.cited(answer);
        cited.forEach(key -> Optional.ofNullable(offers.remove(key)).ifPresent(Runnable::run));
        offers.values().stream().limit(UNCITED_OFFERED).forEach(Runnable::run);
    }

    private static Set<String> alertIds(Facts facts) {
        Set<String> ids = new LinkedHashSet<>(facts.alerts().keySet());
        facts.past().forEach(past -> ids.add(past.newest().id()));
        return ids;
    }

    private static List<ChatEvent> events(Answer answer, Facts facts) {
        List<ChatEvent> events = new ArrayList<>();
        answer.caseId()
                .flatMap(id -> facts.cases().stream()
                        .filter(found -> found.id().equals(id))
                        .findFirst())
                .ifPresent(found -> {
                    events.add(new ChatEvent.Chain(found.id(), found.steps()));
                    events.add(new ChatEvent.Disposition(
                            found.id(), found.disposition(), found.confidence(), found.reasons()));
                });
        answer.runbooks()
                .forEach(ref -> facts.passages().stream()
                        .filter(passage -> passage.kind().equals("runbook")
                                && passage.ref().equals(ref))
                        .findFirst()
                        .ifPresent(passage -> events.add(new ChatEvent.Action("runbook", ref, passage.title()))));
        return events;
    }
}
