package dev.analystcopilot.api.research;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.AlertHit;
import dev.analystcopilot.knowledge.postgres.AlertQuery;
import dev.analystcopilot.knowledge.postgres.CaseOutline;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.triage.narrate.fact.CountFacts;
import dev.analystcopilot.triage.narrate.fact.Tally;
import dev.analystcopilot.triage.narrate.question.Grouping;
import dev.analystcopilot.triage.narrate.question.Question;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Counts alerts and cases. May block.
@Component
public final class CountReader {
    private static final int ROWS = 15;
    private static final int EXAMPLES = 3;
    private static final Pattern CRITICAL = Pattern.compile("\\bcritical\\b|严重(?!程度|性)|危急");
    private static final Pattern HIGH = Pattern.compile("\\bhigh(?:[- ]severity)?\\b|高危|高级别");
    private static final Pattern FALSE = Pattern.compile("\\bfalse[ -](?:positive|alarm)s?\\b|误报");
    private static final Pattern BENIGN = Pattern.compile("\\bbenign\\b|良性|正常活动");
    private static final Pattern TRUE = Pattern.compile("\\btrue[ -]positives?\\b|真阳性");

    private final Database database;
    private final CaseSearch cases;

    CountReader(Database database, CaseSearch cases) {
        this.database = database;
        this.cases = cases;
    }

    public CountFacts read(Scope scope, Question question) {
        return question.specifics().aboutCases() ? cases(scope, question) : alerts(scope, question);
    }

    private CountFacts alerts(Scope scope, Question question) {
        String text = question.text().toLowerCase(Locale.ROOT);
        List<String> limits = new ArrayList<>();
        AlertQuery query = AlertQuery.latest(AlertQuery.MAX_LIMIT);
        List<String> names = question.names();
        List<String> about = new ArrayList<>();
        if (!names.isEmpty()) {
            List<CaseOutline> outlines = cases.outlines(scope, Optional.empty(), Optional.empty(), Optional.empty());
            List<String> keys = names.stream()
                    .flatMap(name -> EntityReader.keys(name, question, outlines).stream())
                    .distinct()
                    .toList();
            query = query.about(keys);
            about.addAll(names);
        }
        if (question.window().isPresent()) {
            var window = question.window().get();
            query = query.between(window.from(), window.to());
        }
        Optional<Severity> severity = CRITICAL.matcher(text).find()
                ? Optional.of(Severity.CRITICAL)
                : HIGH.matcher(text).find() ? Optional.of(Severity.HIGH) : Optional.empty();
        if (severity.isPresent()) {
            query = query.atLeast(severity.get());
            limits.add("severity:" + wire(severity.get()));
        }
        Optional<Verdict> verdict = FALSE.matcher(text).find()
                ? Optional.of(Verdict.FALSE_POSITIVE)
                : BENIGN.matcher(text).find()
                        ? Optional.of(Verdict.BENIGN)
                        : TRUE.matcher(text).find() ? Optional.of(Verdict.TRUE_POSITIVE) : Optional.empty();
        if (verdict.isPresent()) {
            query = query.judged(verdict.get());
            limits.add("verdict:" + verdict.get().wireName());
        }
        AlertsRead read = AlertsRead.of(database.alerts(), scope, query);
        Grouping grouping = question.specifics().grouping().orElse(Grouping.RULE);
        List<Tally> rows = read.by(values(grouping));
        boolean whole = about.isEmpty() && limits.isEmpty() && question.window().isEmpty();
        long total = whole && !read.all()
                ? database.alerts().count(scope)
                : read.hits().size();
        return new CountFacts(
                false,
                about,
                limits,
                question.window(),
                total,
                read.all() || whole,
                grouping,
                grouping == Grouping.HOUR || grouping == Grouping.DAY
                        ? rows.stream()
                                .sorted(Comparator.comparing(Tally::value).reversed())
                                .limit(ROWS)
                                .toList()
                        : rows.stream().limit(ROWS).toList(),
                rows.size(),
                whole && !read.all() ? Optional.empty() : read.first(),
                whole && !read.all() ? Optional.empty() : read.last(),
                IntStream.range(0, Math.min(EXAMPLES, read.hits().size()))
                        .mapToObj(read::fact)
                        .toList());
    }

    private CountFacts cases(Scope scope, Question question) {
        List<CaseOutline> found = cases
                .outlines(
                        scope,
                        question.window().map(window -> window.from()),
                        question.window().map(window -> window.to()),
                        Optional.empty())
                .stream()
                .filter(outline -> question.mentions().isEmpty() || CaseSearch.names(question, outline))
                .toList();
        List<Tally> rows = Stream.of(Verdict.values())
                .map(verdict -> new Tally(
                        verdict.wireName(),
                        found.stream()
                                .filter(outline -> outline.disposition() == verdict)
                                .count()))
                .filter(tally -> tally.alerts() > 0)
                .toList();
        return new CountFacts(
                true,
                question.names(),
                List.of(),
                question.window(),
                found.size(),
                true,
                Grouping.DISPOSITION,
                rows,
                rows.size(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    private static Function<AlertHit, Stream<String>> values(Grouping grouping) {
        return switch (grouping) {
            case RULE -> hit -> Stream.of(hit.alert().rule());
            case TITLE -> hit -> Stream.of(hit.alert().title());
            case HOST -> hit -> entities(hit, "host");
            case USER -> hit -> entities(hit, "user");
            case IP -> hit -> entities(hit, "ip");
            case SEVERITY -> hit -> Stream.of(wire(hit.alert().severity()));
            case SOURCE -> hit -> Stream.of(hit.alert().source());
            case DISPOSITION ->
                hit -> hit.triage().map(triage -> triage.verdict().wireName()).stream();
            case TECHNIQUE -> hit -> hit.alert().techniques().stream();
            case HOUR ->
                hit -> Stream.of(hit.alert()
                        .time()
                        .atOffset(ZoneOffset.UTC)
                        .truncatedTo(ChronoUnit.HOURS)
                        .toLocalDateTime()
                        .toString()
                        .replace('T', ' '));
            case DAY ->
                hit -> Stream.of(hit.alert()
                        .time()
                        .atOffset(ZoneOffset.UTC)
                        .toLocalDate()
                        .toString());
        };
    }

    private static Stream<String> entities(AlertHit hit, String type) {
        return hit.alert().entities().stream()
                .map(Entity::key)
                .filter(key -> key.startsWith(type + ":"))
                .map(key -> key.substring(type.length() + 1));
    }

    static String wire(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
