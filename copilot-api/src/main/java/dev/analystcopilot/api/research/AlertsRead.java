package dev.analystcopilot.api.research;

import dev.analystcopilot.api.inquiry.PastFacts;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.postgres.AlertHit;
import dev.analystcopilot.knowledge.postgres.AlertQuery;
import dev.analystcopilot.knowledge.postgres.AlertStore;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.triage.narrate.AlertFact;
import dev.analystcopilot.triage.narrate.fact.EntityFacts.Day;
import dev.analystcopilot.triage.narrate.fact.EntityFacts.Said;
import dev.analystcopilot.triage.narrate.fact.Tally;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// Alerts that a query found, the latest first, counted in code.
///
/// @param all whether there are no more
record AlertsRead(List<AlertHit> hits, boolean all) {
    private static final int PAGES = 8;

    AlertsRead {
        hits = List.copyOf(hits);
    }

    /// Up to eight thousand.
    static AlertsRead of(AlertStore store, Scope scope, AlertQuery query) {
        List<AlertHit> hits = new ArrayList<>();
        AlertQuery next = query;
        for (int page = 0; page < PAGES; page++) {
            List<AlertHit> found = store.search(scope, next);
            hits.addAll(found);
            if (found.size() < query.limit()) {
                return new AlertsRead(hits, true);
            }
            next = query.after(found.getLast().cursor());
        }
        return new AlertsRead(hits, false);
    }

    Optional<Instant> first() {
        return hits.isEmpty()
                ? Optional.empty()
                : Optional.of(hits.getLast().alert().time());
    }

    Optional<Instant> last() {
        return hits.isEmpty()
                ? Optional.empty()
                : Optional.of(hits.getFirst().alert().time());
    }

    AlertFact fact(int place) {
        return PastFacts.alert(hits.get(place).alert());
    }

    /// The largest first; an alert may have several values, or none.
    List<Tally> by(Function<AlertHit, Stream<String>> values) {
        Map<String, Long> counts = new LinkedHashMap<>();
        hits.forEach(hit -> values.apply(hit).distinct().forEach(value -> counts.merge(value, 1L, Long::sum)));
        return counts.entrySet().stream()
                .map(entry -> new Tally(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingLong(Tally::alerts).reversed().thenComparing(Tally::value))
                .toList();
    }

    /// The most frequent titles, each with its newest alert.
    List<Said> said() {
        Map<String, AlertHit> newest = new LinkedHashMap<>();
        hits.forEach(hit -> newest.putIfAbsent(hit.alert().title(), hit));
        return by(hit -> Stream.of(hit.alert().title())).stream()
                .flatMap(tally -> Optional.ofNullable(newest.get(tally.value())).stream()
                        .map(hit -> new Said(PastFacts.alert(hit.alert()), tally.alerts())))
                .toList();
    }

    List<Day> days() {
        Map<LocalDate, Long> days = new TreeMap<>();
        hits.forEach(
                hit -> days.merge(hit.alert().time().atOffset(ZoneOffset.UTC).toLocalDate(), 1L, Long::sum));
        return days.entrySet().stream()
                .map(entry -> new Day(entry.getKey(), entry.getValue()))
                .toList();
    }

    /// Keys of what occurs beside these.
    List<Tally> beside(List<String> keys) {
        return by(hit -> hit.alert().entities().stream().map(Entity::key).filter(key -> !keys.contains(key)));
    }
}
