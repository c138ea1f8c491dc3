package dev.analystcopilot.api.research;

import dev.analystcopilot.api.inquiry.PastFacts;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.similar.Similar;
import dev.analystcopilot.knowledge.similar.SimilarAlert;
import dev.analystcopilot.knowledge.similar.SimilarAlerts;
import dev.analystcopilot.knowledge.similar.SimilarQuery;
import dev.analystcopilot.knowledge.technique.TechniqueMapper;
import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.narrate.CaseMatcher;
import dev.analystcopilot.triage.narrate.PastFact;
import dev.analystcopilot.triage.narrate.fact.ComparedCases;
import dev.analystcopilot.triage.narrate.fact.NoTopic;
import dev.analystcopilot.triage.narrate.fact.PastOfCase;
import dev.analystcopilot.triage.narrate.fact.TextFacts;
import dev.analystcopilot.triage.narrate.fact.Topic;
import dev.analystcopilot.triage.narrate.question.Intent;
import dev.analystcopilot.triage.narrate.question.Question;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Reads what a question wants beside cases. May block.
@Component
public final class TopicReader {
    private static final int GUESSES = 5;
    private static final int PAST = 8;

    private final CaseSearch cases;
    private final EntityReader entities;
    private final CountReader counts;
    private final AlertHunts hunts;
    private final ShiftReader shifts;
    private final AlertReader alerts;
    private final SimilarAlerts similar;
    private final TechniqueMapper mapper;
    private final TechniqueCatalog catalog;

    TopicReader(
            CaseSearch cases,
            EntityReader entities,
            CountReader counts,
            AlertHunts hunts,
            ShiftReader shifts,
            AlertReader alerts,
            SimilarAlerts similar,
            TechniqueMapper mapper,
            TechniqueCatalog catalog) {
        this.cases = cases;
        this.entities = entities;
        this.counts = counts;
        this.hunts = hunts;
        this.shifts = shifts;
        this.alerts = alerts;
        this.similar = similar;
        this.mapper = mapper;
        this.catalog = catalog;
    }

    /// The question as it is once the store was asked whether its words are the ids of alerts.
    public Question settled(Scope scope, Question question) {
        boolean other = question.wants(Intent.COMPARE_CASES) || question.wants(Intent.MAP_TEXT);
        List<String> known =
                other ? List.of() : alerts.known(scope, question.specifics().ids());
        if (!known.isEmpty()) {
            return question.aboutAlerts(known);
        }
        if (question.wants(Intent.ENTITY) && question.mentions().isEmpty()) {
            return question.with(
                    Set.of(Intent.UNCLEAR), List.of(), question.window(), question.caseIds(), question.specifics());
        }
        if (question.wants(Intent.ALERT)) {
            // the id is none that is known: it may be the name of something
            return question.with(
                    Set.of(Intent.ENTITY),
                    question.mentions(),
                    question.window(),
                    question.caseIds(),
                    question.specifics());
        }
        return question;
    }

    /// Whether an answer looks at cases, beside those that a topic reads by itself.
    public boolean wantsCases(Question question) {
        boolean own = question.wants(Intent.ALERT)
                || question.wants(Intent.MAP_TEXT)
                || question.wants(Intent.HANDOVER)
                || question.wants(Intent.COUNT)
                || question.wants(Intent.HUNT)
                || question.wants(Intent.ENTITY)
                || (question.wants(Intent.COMPARE_CASES)
                        && question.isSpecific()
                        && question.specifics().places().size() < 2);
        return !own;
    }

    /// @param found cases as [CaseMatcher] ranks them
    public Topic read(Scope scope, Question question, List<CaseDocument> found, Instant now) {
        if (question.wants(Intent.ALERT)) {
            return alerts.read(scope, question.specifics().ids().getFirst())
                    .<Topic>map(alert -> alert)
                    .orElseGet(NoTopic::new);
        }
        if (question.wants(Intent.MAP_TEXT)) {
            return text(scope, question);
        }
        if (question.wants(Intent.COMPARE_CASES)) {
            return new ComparedCases(compared(scope, question, found));
        }
        if (question.wants(Intent.HANDOVER)) {
            return shifts.read(scope, question, now);
        }
        if (question.wants(Intent.COUNT) && question.specifics().aboutCases()) {
            return counts.read(scope, question);
        }
        if (question.wants(Intent.COUNT) || question.wants(Intent.HUNT)) {
            return hunts.read(scope, question, now);
        }
        if (question.wants(Intent.SIMILAR)) {
            return past(scope, CaseMatcher.meant(question, found));
        }
        boolean unknown = question.isAboutCase()
                && !question.names().isEmpty()
                && question.window().isEmpty()
                && found.stream().noneMatch(document -> CaseMatcher.fits(question, document));
        return question.wants(Intent.ENTITY) || unknown ? entities.read(scope, question, now) : new NoTopic();
    }

    private TextFacts text(Scope scope, Question question) {
        String text = question.specifics().pasted().orElse("");
        return new TextFacts(
                text,
                text.isBlank()
                        ? List.of()
                        : mapper.map(scope, text, GUESSES).stream()
                                .map(match -> new TextFacts.Guess(
                                        match.id(),
                                        catalog.technique(match.id())
                                                .map(technique -> technique.name())
                                                .orElseGet(() -> Bilingual.same(match.name())),
                                        match.confidence(),
                                        match.why().words()))
                                .toList());
    }

    /// By their places in the order of urgency, where the question says these. Named ones first, then one for
    /// each name; where names are fewer, the one on the screen or the most urgent.
    private List<CaseDocument> compared(Scope scope, Question question, List<CaseDocument> found) {
        List<Integer> places = question.specifics().places();
        if (places.size() > 1) {
            return places.stream()
                    .filter(place -> place <= found.size())
                    .map(place -> found.get(place - 1))
                    .toList();
        }
        Map<String, CaseDocument> two = new LinkedHashMap<>();
        cases.documents(scope, question.caseIds()).forEach(document -> two.put(document.id(), document));
        for (String name : question.names()) {
            Question alone = question.with(
                    Set.of(Intent.WHAT_HAPPENED), List.of(name), question.window(), List.of(), question.specifics());
            cases.cases(scope, alone).stream()
                    .filter(document ->
                            !CaseMatcher.named(alone, document).isEmpty() && !two.containsKey(document.id()))
                    .findFirst()
                    .ifPresent(document -> two.put(document.id(), document));
        }
        if (!places.isEmpty()) {
            Question ranked = question.with(
                    Set.of(Intent.LIST_CASES), List.of(), question.window(), List.of(), question.specifics());
            CaseMatcher.meant(ranked, cases.cases(scope, ranked))
                    .ifPresent(document -> two.putIfAbsent(document.id(), document));
        }
        boolean none = places.isEmpty()
                && question.names().isEmpty()
                && question.caseIds().isEmpty();
        if (none) {
            found.stream().limit(2).forEach(document -> two.putIfAbsent(document.id(), document));
        }
        return new ArrayList<>(two.values()).stream().limit(2).toList();
    }

    private PastOfCase past(Scope scope, Optional<CaseDocument> told) {
        List<SimilarAlert> like = told.flatMap(document -> similar.toCase(scope, document.id(), SimilarQuery.top(PAST)))
                .map(Similar::alerts)
                .orElse(List.of());
        return new PastOfCase(told, facts(like, true), facts(like, false));
    }

    private static List<PastFact> facts(List<SimilarAlert> like, boolean same) {
        return like.stream()
                .filter(alert -> alert.same() == same)
                .map(PastFacts::of)
                .toList();
    }
}
