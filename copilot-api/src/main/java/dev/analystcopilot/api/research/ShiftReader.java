package dev.analystcopilot.api.research;

import dev.analystcopilot.api.inquiry.PastFacts;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.AlertQuery;
import dev.analystcopilot.knowledge.postgres.Attention;
import dev.analystcopilot.knowledge.postgres.AttentionStore;
import dev.analystcopilot.knowledge.postgres.CaseOutline;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.HumanVerdict;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.TimeRange;
import dev.analystcopilot.knowledge.postgres.learning.Judgement;
import dev.analystcopilot.knowledge.postgres.learning.JudgementStore;
import dev.analystcopilot.knowledge.postgres.learning.ReviewStore;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.narrate.CaseJudgement;
import dev.analystcopilot.triage.narrate.fact.ShiftFacts;
import dev.analystcopilot.triage.narrate.fact.ShiftFacts.Said;
import dev.analystcopilot.triage.narrate.fact.ShiftFacts.ShiftCase;
import dev.analystcopilot.triage.narrate.fact.Tally;
import dev.analystcopilot.triage.narrate.question.Question;
import dev.analystcopilot.triage.narrate.question.TimeWindow;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Reads what a shift saw. May block.
@Component
public final class ShiftReader {
    private static final Duration SHIFT = Duration.ofHours(8);
    private static final int TOLD = 6;
    private static final int JUDGEMENTS = 200;

    private final Database database;
    private final CaseSearch cases;
    private final JudgementStore judgements;
    private final ReviewStore reviews;
    private final AttentionStore attention;

    ShiftReader(Database database, CaseSearch cases, JudgementStore judgementStore, ReviewStore reviewStore) {
        this.database = database;
        this.cases = cases;
        this.judgements = judgementStore;
        this.reviews = reviewStore;
        this.attention = database.attention();
    }

    /// The shift that is named, else the last eight hours; where it has no alerts, the same length before the newest.
    public ShiftFacts read(Scope scope, Question question, Instant now) {
        TimeWindow meant = question.window().orElseGet(() -> new TimeWindow(now.minus(SHIFT), now.plusSeconds(1)));
        Optional<TimeRange> range = database.alerts().timeRange(scope);
        AlertsRead read = alerts(scope, meant);
        TimeWindow window = meant;
        if (read.hits().isEmpty() && range.isPresent()) {
            Instant last = range.get().last();
            window = new TimeWindow(last.minus(Duration.between(meant.from(), meant.to())), last.plusSeconds(1));
            read = alerts(scope, window);
        }
        boolean moved = !window.equals(meant);
        List<CaseOutline> outlines =
                cases.outlines(scope, Optional.of(window.from()), Optional.of(window.to()), Optional.empty());
        Map<String, CaseDocument> told = told(scope, outlines, window);
        return new ShiftFacts(
                window,
                moved,
                read.hits().size(),
                read.all(),
                outlines.stream().map(ShiftReader::outline).toList(),
                told,
                judged(scope, told),
                moved ? said(scope, question, meant) : said(scope, question, window),
                attention(scope),
                range.map(found -> new TimeWindow(found.first(), found.last().plusSeconds(1))));
    }

    private AlertsRead alerts(Scope scope, TimeWindow window) {
        return AlertsRead.of(
                database.alerts(),
                scope,
                AlertQuery.latest(AlertQuery.MAX_LIMIT).between(window.from(), window.to()));
    }

    /// New and old ones that are open, as many of each as are told.
    private Map<String, CaseDocument> told(Scope scope, List<CaseOutline> outlines, TimeWindow window) {
        List<String> ids = Stream.of(true, false)
                .flatMap(fresh -> outlines.stream()
                        .filter(outline -> !outline.disposition().setAside())
                        .filter(outline -> fresh != outline.firstSeen().isBefore(window.from()))
                        .limit(TOLD))
                .map(CaseOutline::id)
                .toList();
        return cases.documents(scope, ids).stream().collect(Collectors.toMap(CaseDocument::id, found -> found));
    }

    private Map<String, CaseJudgement> judged(Scope scope, Map<String, CaseDocument> told) {
        return reviews.of(scope, told.keySet()).stream()
                .collect(Collectors.toMap(
                        reviewed -> reviewed.review().caseId(), PastFacts::judgement, (latest, earlier) -> latest));
    }

    private List<Said> said(Scope scope, Question question, TimeWindow window) {
        List<HumanVerdict> verdicts = judgements.latest(scope, JUDGEMENTS).stream()
                .map(Judgement::verdict)
                .filter(verdict -> verdict.undone().isEmpty() && window.touches(verdict.at(), verdict.at()))
                .sorted(Comparator.comparing(HumanVerdict::at).reversed().thenComparing(HumanVerdict::id))
                .toList();
        Map<String, String> titles =
                cases
                        .documents(
                                scope,
                                verdicts.stream().map(HumanVerdict::subjectId).toList())
                        .stream()
                        .collect(Collectors.toMap(
                                CaseDocument::id,
                                found -> question.language() == Language.ZH
                                        ? found.title().zh()
                                        : found.title().en()));
        Map<String, String> alerts =
                database
                        .alerts()
                        .hits(
                                scope,
                                verdicts.stream().map(HumanVerdict::subjectId).toList())
                        .stream()
                        .collect(Collectors.toMap(
                                hit -> hit.alert().id(), hit -> hit.alert().title()));
        return verdicts.stream()
                .map(verdict -> new Said(
                        titles.getOrDefault(
                                verdict.subjectId(), alerts.getOrDefault(verdict.subjectId(), verdict.subjectId())),
                        verdict.verdict().wireName(),
                        verdict.by(),
                        verdict.at(),
                        verdict.reason()))
                .toList();
    }

    private List<Tally> attention(Scope scope) {
        return Stream.of(Attention.Reason.values())
                .map(reason ->
                        new Tally(reason.wireName(), attention.counts(scope).getOrDefault(reason, 0L)))
                .filter(tally -> tally.alerts() > 0)
                .toList();
    }

    private static ShiftCase outline(CaseOutline outline) {
        Verdict verdict = outline.disposition();
        return new ShiftCase(
                outline.id(),
                outline.title(),
                verdict.wireName(),
                outline.alertCount(),
                outline.firstSeen(),
                outline.lastSeen());
    }
}
