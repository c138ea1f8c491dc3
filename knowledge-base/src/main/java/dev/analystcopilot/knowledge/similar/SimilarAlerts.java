package dev.analystcopilot.knowledge.similar;

import dev.analystcopilot.embeddings.text.TextEmbedder;
import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.knowledge.postgres.AlertHit;
import dev.analystcopilot.knowledge.postgres.CaseRow;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.HumanVerdict;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Subject;
import dev.analystcopilot.knowledge.postgres.Neighbour;
import dev.analystcopilot.knowledge.postgres.NeighbourQuery;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.text.Embedders;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds past alerts that mean the same as an alert, a case or a text, by the vectors of their fingerprints. Alerts of
/// one fingerprint are one answer with their number; Chinese and English ones do not compare. Thread-safe.
public final class SimilarAlerts {
    /// Kinds of alerts that a case is looked for by: those it has most alerts of.
    private static final int KINDS_OF_A_CASE = 12;

    /// Less alike than this, two texts of bge-small have nothing in common.
    private static final double LEAST = 0.6;

    private static final double SAME = 0.9999;

    private final Database database;
    private final Embedders embedders;

    public SimilarAlerts(Database database, Embedders embedders) {
        this.database = database;
        this.embedders = embedders;
    }

    /// What is like a stored alert; the alert itself does not count. Empty if there is no such alert to be seen.
    public Optional<Similar> toAlert(Scope scope, String alertId, SimilarQuery query) {
        return database.alerts().hits(scope, List.of(alertId)).stream()
                .findFirst()
                .map(hit -> toAlert(scope, hit, query));
    }

    private Similar toAlert(Scope scope, AlertHit hit, SimilarQuery query) {
        StoredAlert alert = hit.alert();
        Optional<String> ownCase = hit.triage().flatMap(AlertHit.Triage::caseId);
        List<Neighbour> found = pointOf(scope, alert.fingerprint())
                .map(point -> near(
                        scope,
                        point,
                        query,
                        query.withoutOwnCase() ? ownCase : Optional.empty(),
                        Optional.of(alert.id())))
                .orElse(List.of());
        return new Similar(
                found.stream().map(neighbour -> compared(alert, neighbour)).toList(),
                cases(scope, List.of(found), ownCase, query.limit()));
    }

    /// What is like a text, such as an alert's title that somebody reads out.
    public Similar toText(Scope scope, String text, SimilarQuery query) {
        TextEmbedder embedder = embedderOf(text);
        var point = new Point(embedder.model(), embedder.embed(List.of(text)).getFirst());
        return toPoint(scope, point, query);
    }

    /// What is like a vector of this model.
    public Similar toVector(Scope scope, String model, Vector vector, SimilarQuery query) {
        return toPoint(scope, new Point(model, vector), query);
    }

    private Similar toPoint(Scope scope, Point point, SimilarQuery query) {
        List<Neighbour> found = near(scope, point, query, Optional.empty(), Optional.empty());
        return new Similar(
                found.stream()
                        .map(near -> new SimilarAlert(near, near.cosine() >= SAME, false, List.of()))
                        .toList(),
                cases(scope, List.of(found), Optional.empty(), query.limit()));
    }

    /// Cases that are like a stored one, and the alerts outside it that are like its own. Empty if there is no such
    /// case to be seen.
    public Optional<Similar> toCase(Scope scope, String caseId, SimilarQuery query) {
        return database.cases().find(scope, caseId).map(found -> {
            Map<String, List<StoredAlert>> kinds = database.cases().alertsOf(scope, caseId).stream()
                    .map(AlertHit::alert)
                    .collect(Collectors.groupingBy(StoredAlert::fingerprint, LinkedHashMap::new, Collectors.toList()));
            List<List<StoredAlert>> most = kinds.values().stream()
                    .sorted(Comparator.comparingInt((List<StoredAlert> kind) -> -kind.size())
                            .thenComparing(kind -> kind.getFirst().fingerprint()))
                    .limit(KINDS_OF_A_CASE)
                    .toList();
            List<List<Neighbour>> neighbours = new ArrayList<>();
            Map<String, SimilarAlert> best = new HashMap<>();
            for (List<StoredAlert> kind : most) {
                StoredAlert alert = kind.getLast();
                List<Neighbour> near = pointOf(scope, alert.fingerprint())
                        .map(point -> near(scope, point, query, Optional.of(caseId), Optional.empty()))
                        .orElse(List.of());
                neighbours.add(near);
                near.forEach(neighbour -> best.merge(
                        neighbour.fingerprint(),
                        compared(alert, neighbour),
                        (one, other) -> one.cosine() >= other.cosine() ? one : other));
            }
            return new Similar(
                    best.values().stream()
                            .sorted(Comparator.comparingDouble((SimilarAlert alert) -> -alert.cosine())
                                    .thenComparing(alert -> alert.found().fingerprint()))
                            .limit(query.limit())
                            .toList(),
                    cases(scope, neighbours, Optional.of(caseId), query.limit()));
        });
    }

    /// What people judged about these cases, by case; the latest first.
    private Map<String, List<HumanVerdict>> verdicts(Scope scope, Collection<String> caseIds) {
        return database.verdicts().about(scope, Subject.CASE, caseIds).stream()
                .collect(Collectors.groupingBy(HumanVerdict::subjectId));
    }

    private List<Neighbour> near(
            Scope scope, Point point, SimilarQuery query, Optional<String> withoutCase, Optional<String> withoutAlert) {
        var asked = new NeighbourQuery(
                point.model(),
                point.vector(),
                query.limit(),
                query.from(),
                query.to(),
                query.source(),
                query.entityKeys(),
                withoutCase,
                withoutAlert);
        return database.neighbours().nearest(scope, asked).stream()
                .filter(neighbour -> neighbour.cosine() >= LEAST)
                .toList();
    }

    /// @param found for each kind of alert asked about, its neighbours
    private List<SimilarCase> cases(Scope scope, List<List<Neighbour>> found, Optional<String> own, int limit) {
        Map<String, Double> likeness = new HashMap<>();
        Map<String, Integer> matched = new HashMap<>();
        for (List<Neighbour> kind : found) {
            Map<String, Double> bestOfKind = new HashMap<>();
            kind.forEach(neighbour -> neighbour
                    .newest()
                    .triage()
                    .flatMap(AlertHit.Triage::caseId)
                    .filter(id -> !own.equals(Optional.of(id)))
                    .ifPresent(id -> bestOfKind.merge(id, neighbour.cosine(), Math::max)));
            bestOfKind.forEach((id, cosine) -> {
                likeness.merge(id, cosine / found.size(), Double::sum);
                matched.merge(id, 1, Integer::sum);
            });
        }
        List<String> ranked = likeness.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(limit)
                .toList();
        Map<String, List<HumanVerdict>> judged = verdicts(scope, ranked);
        List<SimilarCase> cases = new ArrayList<>();
        for (String id : ranked) {
            Optional<CaseRow> row = database.cases().find(scope, id);
            row.ifPresent(stored -> cases.add(new SimilarCase(
                    stored,
                    likeness.getOrDefault(id, 0.0),
                    matched.getOrDefault(id, 0),
                    judged.getOrDefault(id, List.of()))));
        }
        return cases;
    }

    private static SimilarAlert compared(StoredAlert asked, Neighbour neighbour) {
        StoredAlert newest = neighbour.newest().alert();
        Set<String> keys = asked.entities().stream().map(Entity::key).collect(Collectors.toSet());
        return new SimilarAlert(
                neighbour,
                neighbour.fingerprint().equals(asked.fingerprint()),
                newest.rule().equals(asked.rule()),
                newest.entities().stream()
                        .map(Entity::key)
                        .filter(keys::contains)
                        .distinct()
                        .toList());
    }

    /// A fingerprint's place; empty until the first triage has given it one.
    private Optional<Point> pointOf(Scope scope, String fingerprint) {
        for (TextEmbedder embedder : List.of(embedders.english(), embedders.chinese())) {
            Vector stored = database.fingerprints()
                    .vectors(scope, embedder.model(), List.of(fingerprint))
                    .get(fingerprint);
            if (stored != null) {
                return Optional.of(new Point(embedder.model(), stored));
            }
        }
        return Optional.empty();
    }

    private TextEmbedder embedderOf(String text) {
        boolean han = text.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
        return han ? embedders.chinese() : embedders.english();
    }

    private record Point(String model, Vector vector) {}
}
