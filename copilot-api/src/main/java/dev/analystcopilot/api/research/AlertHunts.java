package dev.analystcopilot.api.research;

import dev.analystcopilot.knowledge.hunt.HuntCondition;
import dev.analystcopilot.knowledge.hunt.HuntField;
import dev.analystcopilot.knowledge.hunt.HuntField.Name;
import dev.analystcopilot.knowledge.hunt.HuntOp;
import dev.analystcopilot.knowledge.hunt.HuntQuery;
import dev.analystcopilot.knowledge.hunt.HuntResult;
import dev.analystcopilot.knowledge.hunt.HuntTimeoutException;
import dev.analystcopilot.knowledge.postgres.AlertQuery;
import dev.analystcopilot.knowledge.postgres.CaseOutline;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.hunt.HuntStore;
import dev.analystcopilot.triage.hunt.HuntReader;
import dev.analystcopilot.triage.narrate.AlertFact;
import dev.analystcopilot.triage.narrate.fact.CountFacts;
import dev.analystcopilot.triage.narrate.fact.HuntFacts;
import dev.analystcopilot.triage.narrate.fact.Tally;
import dev.analystcopilot.triage.narrate.fact.Topic;
import dev.analystcopilot.triage.narrate.question.Grouping;
import dev.analystcopilot.triage.narrate.question.Intent;
import dev.analystcopilot.triage.narrate.question.Question;
import dev.analystcopilot.triage.narrate.question.TimeWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Counts and lists alerts by hunting for them: exact, however many there are. A question is read as a hunt; where that
/// finds nothing, names are taken as cases know them, and words that no alert has are left out. May block.
@Component
public final class AlertHunts {
    private static final Logger LOG = LoggerFactory.getLogger(AlertHunts.class);
    private static final int GROUPS = HuntQuery.MAX_LIMIT;
    private static final int SHOWN = 50;
    private static final int TOLD = 15;
    private static final int EXAMPLES = 10;

    private final HuntStore hunts;
    private final HuntReader reader;
    private final Database database;
    private final CaseSearch cases;

    AlertHunts(HuntStore huntStore, HuntReader huntReader, Database database, CaseSearch cases) {
        this.hunts = huntStore;
        this.reader = huntReader;
        this.database = database;
        this.cases = cases;
    }

    /// @param now what "today" is told from
    /// @return a hunt, or, where it takes too long, a count of what can be read at once
    public Topic read(Scope scope, Question question, Instant now) {
        try {
            return hunted(scope, question, now);
        } catch (HuntTimeoutException e) {
            LOG.warn("A hunt took too long; the newest alerts are counted instead: {}", e.getMessage());
            return paged(scope, question);
        }
    }

    private HuntFacts hunted(Scope scope, Question question, Instant now) {
        HuntQuery asked = spanned(reader.read(question.text(), now).query(), question);
        boolean listed = question.wants(Intent.HUNT) && grouping(asked).isEmpty();
        Optional<Grouping> grouping = listed
                ? Optional.empty()
                : Optional.of(grouping(asked)
                        .or(() -> question.specifics().grouping())
                        .orElse(Grouping.TITLE));
        HuntQuery whole = with(asked, named(asked, question))
                .groupedBy(grouping.map(AlertHunts::field))
                .page(listed ? asked.limit() : GROUPS, 0);
        HuntResult found = hunts.hunt(scope, whole);
        if (found.total() > 0) {
            return facts(scope, question, found, grouping, List.of(), now);
        }
        List<HuntCondition> kept = kept(scope, asked, question);
        HuntResult wider = hunts.hunt(scope, with(whole, kept));
        return wider.total() == 0
                ? facts(scope, question, found, grouping, List.of(), now)
                : facts(scope, question, wider, grouping, leftOut(whole, kept, question), now);
    }

    /// Up to eight thousand of the newest; it is said where there are more.
    private CountFacts paged(Scope scope, Question question) {
        List<CaseOutline> outlines = cases.outlines(scope, Optional.empty(), Optional.empty(), Optional.empty());
        AlertQuery query = AlertQuery.latest(AlertQuery.MAX_LIMIT)
                .about(question.names().stream()
                        .flatMap(name -> EntityReader.keys(name, question, outlines).stream())
                        .distinct()
                        .toList());
        AlertsRead read = AlertsRead.of(
                database.alerts(),
                scope,
                question.window()
                        .map(span -> query.between(span.from(), span.to()))
                        .orElse(query));
        List<Tally> rows = read.by(hit -> Stream.of(hit.alert().rule()));
        return new CountFacts(
                false,
                question.names(),
                List.of(),
                question.window(),
                read.hits().size(),
                read.all(),
                Grouping.RULE,
                rows.stream().limit(TOLD).toList(),
                rows.size(),
                read.first(),
                read.last(),
                List.of());
    }

    private static HuntQuery with(HuntQuery query, List<HuntCondition> where) {
        return new HuntQuery(where, query.from(), query.to(), query.groupBy(), query.limit(), query.offset());
    }

    /// Names and a time that were spoken of before belong to the question, too.
    private static HuntQuery spanned(HuntQuery query, Question question) {
        boolean timed = query.from().isPresent() || query.to().isPresent();
        return timed
                ? query
                : query.between(
                        question.window().map(TimeWindow::from),
                        question.window().map(TimeWindow::to));
    }

    private static List<HuntCondition> named(HuntQuery query, Question question) {
        List<HuntCondition> where = new ArrayList<>(query.where());
        question.names().stream()
                .filter(name -> where.stream().noneMatch(condition -> HuntLimits.isAbout(condition, name)))
                .forEach(name -> where.add(HuntCondition.of(Name.ENTITY, HuntOp.IS, name)));
        return where.stream().limit(HuntQuery.MAX_CONDITIONS).toList();
    }

    /// What is left where everything together is found nowhere: names as cases know them, and what is no single word.
    private List<HuntCondition> kept(Scope scope, HuntQuery query, Question question) {
        List<CaseOutline> outlines = cases.outlines(scope, Optional.empty(), Optional.empty(), Optional.empty());
        List<HuntCondition> where = new ArrayList<>();
        for (String name : question.names()) {
            where.add(new HuntCondition(
                    HuntField.of(Name.ENTITY), HuntOp.IN, EntityReader.keys(name, question, outlines)));
        }
        query.where().stream()
                .filter(condition -> !HuntLimits.isThing(condition) || condition.op() == HuntOp.IS_NOT)
                .filter(condition -> !isWord(condition))
                .forEach(where::add);
        return where.stream().limit(HuntQuery.MAX_CONDITIONS).toList();
    }

    /// A word that was not understood is looked for as it is; kinds of activity have many spellings.
    private static boolean isWord(HuntCondition condition) {
        return condition.op() == HuntOp.CONTAINS && condition.values().size() == 1;
    }

    private static List<String> leftOut(HuntQuery whole, List<HuntCondition> kept, Question question) {
        return whole.where().stream()
                .filter(condition -> !kept.contains(condition))
                .filter(condition -> question.names().stream().noneMatch(name -> HuntLimits.isAbout(condition, name)))
                .map(HuntCondition::value)
                .toList();
    }

    private HuntFacts facts(
            Scope scope,
            Question question,
            HuntResult found,
            Optional<Grouping> grouping,
            List<String> unmatched,
            Instant now) {
        HuntQuery query = found.query();
        HuntLimits limits = HuntLimits.of(query, question.names());
        List<Tally> rows = grouping.isPresent() ? rows(found) : List.of();
        boolean spans = grouping.isPresent()
                && found.rows().size() < GROUPS
                && rows.stream().mapToLong(Tally::alerts).sum() >= found.total();
        var counted = new CountFacts(
                false,
                limits.about(),
                limits.others(),
                window(query, now),
                found.total(),
                true,
                grouping.orElse(Grouping.RULE),
                rows.stream().limit(TOLD).toList(),
                rows.size(),
                spans
                        ? found.rows().stream()
                                .map(row -> Instant.parse(row.get(2)))
                                .min(Instant::compareTo)
                        : Optional.empty(),
                spans
                        ? found.rows().stream()
                                .map(row -> Instant.parse(row.get(3)))
                                .max(Instant::compareTo)
                        : Optional.empty(),
                grouping.isPresent() ? List.of() : examples(scope, found));
        var shown = new HuntResult(
                query.page(Math.min(query.limit(), SHOWN), 0),
                found.total(),
                found.columns(),
                found.rows().stream().limit(SHOWN).toList());
        return new HuntFacts(counted, shown, grouping.isEmpty(), unmatched);
    }

    /// The newest first, as they are listed.
    private List<AlertFact> examples(Scope scope, HuntResult found) {
        int id = HuntResult.ALERTS.indexOf("id");
        List<String> ids =
                found.rows().stream().limit(EXAMPLES).map(row -> row.get(id)).toList();
        return database.alerts().find(scope, ids).stream()
                .map(AlertFact::of)
                .sorted(Comparator.comparing(AlertFact::time).reversed())
                .toList();
    }

    private static List<Tally> rows(HuntResult found) {
        return found.rows().stream()
                .filter(row -> !row.getFirst().isBlank())
                .map(row -> new Tally(row.getFirst(), Long.parseLong(row.get(1))))
                .toList();
    }

    /// "Since" ends now; "before" has no beginning to tell.
    private static Optional<TimeWindow> window(HuntQuery query, Instant now) {
        return query.from()
                .flatMap(from -> query.to()
                        .or(() -> Optional.of(now).filter(from::isBefore))
                        .map(to -> new TimeWindow(from, to)));
    }

    private static Optional<Grouping> grouping(HuntQuery query) {
        return query.groupBy()
                .flatMap(field -> Arrays.stream(Grouping.values())
                        .filter(one -> one.wireName().equals(field.wireName()))
                        .findFirst());
    }

    private static HuntField field(Grouping grouping) {
        return HuntField.ofWireName(grouping.wireName());
    }
}
