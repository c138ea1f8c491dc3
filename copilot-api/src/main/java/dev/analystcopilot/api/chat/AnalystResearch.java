package dev.analystcopilot.api.chat;

import dev.analystcopilot.api.grounding.EvidenceBook;
import dev.analystcopilot.api.grounding.Shared;
import dev.analystcopilot.api.inquiry.EvidenceShelf;
import dev.analystcopilot.api.inquiry.Findings;
import dev.analystcopilot.api.inquiry.Inquiry;
import dev.analystcopilot.api.inquiry.Narrated;
import dev.analystcopilot.api.inquiry.PassageFacts;
import dev.analystcopilot.api.inquiry.PastFacts;
import dev.analystcopilot.api.inquiry.Researcher;
import dev.analystcopilot.api.inquiry.SideEvents;
import dev.analystcopilot.api.llm.LlmConversation.Speaker;
import dev.analystcopilot.api.llm.LlmConversation.Turn;
import dev.analystcopilot.api.prompt.Prompts;
import dev.analystcopilot.api.research.CaseSearch;
import dev.analystcopilot.api.research.TopicReader;
import dev.analystcopilot.api.security.Caller;
import dev.analystcopilot.api.tool.ToolBox;
import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.learning.ReviewStore;
import dev.analystcopilot.knowledge.search.KnowledgeQuery;
import dev.analystcopilot.knowledge.search.KnowledgeSearch;
import dev.analystcopilot.knowledge.similar.Similar;
import dev.analystcopilot.knowledge.similar.SimilarAlert;
import dev.analystcopilot.knowledge.similar.SimilarAlerts;
import dev.analystcopilot.knowledge.similar.SimilarQuery;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.narrate.AlertFact;
import dev.analystcopilot.triage.narrate.CaseJudgement;
import dev.analystcopilot.triage.narrate.CaseMatcher;
import dev.analystcopilot.triage.narrate.Facts;
import dev.analystcopilot.triage.narrate.Narrator;
import dev.analystcopilot.triage.narrate.PassageFact;
import dev.analystcopilot.triage.narrate.PastFact;
import dev.analystcopilot.triage.narrate.answer.Answer;
import dev.analystcopilot.triage.narrate.dialogue.Dialogue;
import dev.analystcopilot.triage.narrate.fact.NoTopic;
import dev.analystcopilot.triage.narrate.fact.PastOfCase;
import dev.analystcopilot.triage.narrate.fact.Topic;
import dev.analystcopilot.triage.narrate.question.Intent;
import dev.analystcopilot.triage.narrate.question.Likeness;
import dev.analystcopilot.triage.narrate.question.Question;
import dev.analystcopilot.triage.narrate.topic.AnalystNarrator;
import java.time.Clock;
import java.time.Instant;
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
/// 1. understand the question, with those before it;
/// 2. find the cases it is about;
/// 3. read what it wants and no more: alerts, runbooks, documents, an address, a count, a shift;
/// 4. number all of it as evidence, and let the narrator put it into words.
@Component
final class AnalystResearch implements Researcher {
    private static final int CASES_OFFERED = 3;
    private static final int PASSAGES = 8;
    private static final int UNCITED_OFFERED = 40;
    private static final int CHARACTERS_OFFERED = 24_000;
    private static final int PAST_TOLD = 5;
    private static final int TEXTS_SHARED = 4_000;
    /// Where nothing needs to say what the store holds, nobody counts it.
    private static final Facts.Coverage NO_COVERAGE = new Facts.Coverage(0, 0, Optional.empty(), Optional.empty());

    private final Database database;
    private final KnowledgeSearch search;
    private final SimilarAlerts similar;
    private final ReviewStore reviews;
    private final CaseSearch cases;
    private final TopicReader topics;
    private final Prompts prompts;
    private final ToolBox toolBox;
    private final Narrator narrator;
    private final AnalystNarrator teller;
    private final Clock clock;
    private final Dialogue dialogue;
    private final Shared<String> texts = new Shared<>(TEXTS_SHARED);

    AnalystResearch(
            Database database,
            KnowledgeSearch search,
            SimilarAlerts similar,
            ReviewStore reviewStore,
            CaseSearch cases,
            TopicReader topics,
            Prompts prompts,
            ToolBox toolBox,
            Narrator narrator,
            AnalystNarrator analystNarrator,
            Likeness likeness,
            Clock clock) {
        this.database = database;
        this.search = search;
        this.similar = similar;
        this.reviews = reviewStore;
        this.cases = cases;
        this.topics = topics;
        this.prompts = prompts;
        this.toolBox = toolBox;
        this.narrator = narrator;
        this.teller = analystNarrator;
        this.dialogue = new Dialogue(likeness);
        this.clock = clock;
    }

    @Override
    public boolean serves(Caller caller) {
        return caller.seesAlerts();
    }

    @Override
    public Findings research(Inquiry inquiry) {
        Instant now = clock.instant();
        Question question = topics.settled(
                inquiry.scope(),
                dialogue.read(inquiry.text(), Optional.of(inquiry.language()), inquiry.caseId(), asked(inquiry), now));
        CaseSearch.Found all =
                topics.wantsCases(question) ? cases.find(inquiry.scope(), question) : CaseSearch.Found.NONE;
        List<CaseDocument> found = nth(question, all.cases());
        Topic topic = topics.read(inquiry.scope(), question, found, now);
        Facts facts = facts(inquiry, question, new CaseSearch.Found(found, all.outside()), topic);
        Answer answer = teller.answer(question, facts, topic);
        var book = new EvidenceBook();
        var side = new SideEvents();
        fill(book, inquiry, facts, answer);
        return new Findings(
                book,
                DecidedEvents.of(answer, told(inquiry, answer, facts), topic, facts.passages()),
                prompts.analyst(inquiry.languageName()),
                toolBox.forAnalysts(inquiry, book, side),
                side,
                Narrated.of(answer, book, texts));
    }

    private static List<String> asked(Inquiry inquiry) {
        return inquiry.before().stream()
                .filter(turn -> turn.speaker() == Speaker.USER)
                .map(Turn::text)
                .toList();
    }

    /// "The second one": of the list that was shown before.
    private static List<CaseDocument> nth(Question question, List<CaseDocument> found) {
        int place = question.specifics().ordinal();
        boolean listed = place > 0
                && !question.isRanked()
                && question.isAboutCase()
                && question.names().isEmpty();
        return listed && place <= found.size() ? List.of(found.get(place - 1)) : found;
    }

    private Facts facts(Inquiry inquiry, Question question, CaseSearch.Found all, Topic topic) {
        List<CaseDocument> found = all.cases();
        if (!(topic instanceof NoTopic)) {
            boolean named = topic instanceof PastOfCase;
            return new Facts(
                    found,
                    Map.of(),
                    List.of(),
                    NO_COVERAGE,
                    List.of(),
                    List.of(),
                    named ? judged(inquiry, found) : Map.of());
        }
        Map<String, AlertFact> alerts =
                database.alerts().find(inquiry.scope(), narrator.alertsToRead(question, found)).stream()
                        .collect(Collectors.toMap(Alert::id, AlertFact::of));
        boolean fits = found.stream().anyMatch(document -> CaseMatcher.fits(question, document));
        return new Facts(
                found,
                alerts,
                passages(inquiry, question, found, fits),
                fits && !question.wants(Intent.LIST_CASES) ? NO_COVERAGE : coverage(inquiry),
                narrator.caseToTell(question, found)
                        .map(told -> past(inquiry, told.id()))
                        .orElse(List.of()),
                all.outside(),
                judged(inquiry, found));
    }

    /// What people said of the cases, the latest of each.
    private Map<String, CaseJudgement> judged(Inquiry inquiry, List<CaseDocument> found) {
        return reviews.of(inquiry.scope(), found.stream().map(CaseDocument::id).toList()).stream()
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

    /// @param fits whether a case answers the question, so that documents are wanted only where it asks for them
    private List<PassageFact> passages(Inquiry inquiry, Question question, List<CaseDocument> found, boolean fits) {
        Map<String, PassageFact> passages = new LinkedHashMap<>();
        for (String runbook : narrator.runbooksToRead(question, found)) {
            database.passages()
                    .ofRef(inquiry.scope(), "runbook", runbook, inquiry.language())
                    .forEach(passage -> passages.put(passage.id(), PassageFacts.of(passage)));
        }
        boolean talk = question.wants(Intent.GREETING)
                || question.wants(Intent.ABILITIES)
                || question.wants(Intent.OFF_TOPIC)
                || question.wants(Intent.UNCLEAR)
                || question.wants(Intent.LIST_CASES);
        boolean documents = question.wants(Intent.KNOWLEDGE)
                || question.wants(Intent.EXPLAIN_TECHNIQUE)
                || (question.wants(Intent.NEXT_STEPS) && !question.isSpecific());
        if (!talk && (documents || !fits)) {
            search.search(
                            inquiry.scope(),
                            KnowledgeQuery.of(inquiry.text(), PASSAGES)
                                    .allPassages()
                                    .in(inquiry.language()))
                    .forEach(hit -> passages.putIfAbsent(hit.passageId(), PassageFacts.of(hit)));
        }
        return List.copyOf(passages.values());
    }

    private Facts.Coverage coverage(Inquiry inquiry) {
        var range = database.alerts().timeRange(inquiry.scope());
        return new Facts.Coverage(
                database.alerts().count(inquiry.scope()),
                database.cases().overview(inquiry.scope()).cases(),
                range.map(all -> all.first()),
                range.map(all -> all.last()));
    }

    /// What the narrator cites gets the first numbers, in the order of its first mention; then what else was found, the
    /// most relevant first, as much of it as a small language model's context should be filled with.
    private void fill(EvidenceBook book, Inquiry inquiry, Facts facts, Answer answer) {
        var shelf = new EvidenceShelf(book, inquiry.language(), texts);
        Narrated.results(answer).forEach(shelf::offer);
        facts.cases().stream().limit(CASES_OFFERED).forEach(shelf::offer);
        facts.outside().forEach(shelf::offer);
        facts.passages().forEach(shelf::offer);
        List<String> cited = Narrated.cited(answer);
        Set<String> ids = new LinkedHashSet<>(Narrated.alerts(answer));
        ids.addAll(facts.alerts().keySet());
        facts.past().forEach(past -> ids.add(past.newest().id()));
        database.alerts().find(inquiry.scope(), ids).forEach(shelf::offer);
        cases.documents(inquiry.scope(), shelf.missingCases(cited)).forEach(shelf::offer);
        shelf.fill(cited, UNCITED_OFFERED, CHARACTERS_OFFERED);
    }

    private Optional<CaseDocument> told(Inquiry inquiry, Answer answer, Facts facts) {
        return answer.caseId()
                .flatMap(id -> facts.cases().stream()
                        .filter(found -> found.id().equals(id))
                        .findFirst()
                        .or(() -> cases.documents(inquiry.scope(), List.of(id)).stream()
                                .findFirst()));
    }
}
