package dev.analystcopilot.triage.feature;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.StoredAlert;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Alerts of one fingerprint about one anchor (usually a host) that follow each other closely: a scan of 4,000
/// requests is one burst. Triage decides per burst; every alert carries its burst's verdict.
public final class Burst {
    /// Of the entities beyond this many, only the count is kept: a sweep over a /16 names no more suspects than this.
    private static final int MAX_ENTITIES = 200;
    private static final int MAX_PROCESSES = 50;
    private static final int MAX_SIGNS = 50;
    /// Fewer gaps than this show no rhythm.
    private static final int LEAST_GAPS = 20;
    /// Of one detail.
    private static final int MAX_VALUES = 8;

    private final String fingerprint;
    private final Entity anchor;
    private final StoredAlert sample;
    /// Without the first, which the sample tells.
    private final PackedIds furtherIds = new PackedIds();
    /// Of those alerts that name others than the sample does.
    private Map<Entity, Integer> entities = Map.of();
    private List<String> techniques = List.of();
    private int likeSample;
    private Instant last;
    /// In seconds, between alerts that follow each other, and of their squares.
    private double gaps;

    private double squaredGaps;
    private Outcome outcome = Outcome.UNKNOWN;
    /// Most bursts tell nothing of these, and there are many bursts: an own collection only where there is something.
    private Set<String> actors = Set.of();

    private Set<String> lineage = Set.of();
    private Set<String> signs = Set.of();
    private Map<String, List<String>> details = Map.of();

    Burst(StoredAlert first, Entity anchor) {
        this.fingerprint = first.fingerprint();
        this.anchor = anchor;
        this.sample = first;
        this.last = first.time();
        take(first);
    }

    void add(StoredAlert alert) {
        furtherIds.add(alert.id());
        take(alert);
    }

    private void take(StoredAlert alert) {
        double gap = Duration.between(last, alert.time()).toMillis() / 1000.0;
        gaps += gap;
        squaredGaps += gap * gap;
        last = alert.time();
        if (alert.entities().equals(sample.entities())) {
            likeSample++;
        } else {
            count(alert.entities());
        }
        for (String technique : alert.techniques()) {
            if (!techniques.contains(technique)) {
                techniques = techniques.isEmpty() ? new ArrayList<>(1) : techniques;
                techniques.add(technique);
            }
        }
        outcome = stronger(outcome, alert.outcome());
        if (!alert.lineage().isEmpty()) {
            actors = with(actors, alert.lineage().subList(0, 1), MAX_PROCESSES);
            lineage = with(lineage, alert.lineage(), MAX_PROCESSES);
        }
        signs = with(signs, alert.signs(), MAX_SIGNS);
        if (!alert.details().isEmpty()) {
            details = details.isEmpty() ? new TreeMap<>() : details;
            alert.details().forEach(this::addDetail);
        }
    }

    private void count(List<Entity> more) {
        entities = entities.isEmpty() ? new LinkedHashMap<>() : entities;
        for (Entity entity : more) {
            if (entities.size() < MAX_ENTITIES || entities.containsKey(entity)) {
                entities.merge(entity, 1, Integer::sum);
            }
        }
    }

    private void addDetail(String name, String value) {
        List<String> values = details.computeIfAbsent(name, key -> new ArrayList<>(1));
        if (values.size() < MAX_VALUES && !values.contains(value)) {
            values.add(value);
        }
    }

    private static Set<String> with(Set<String> all, List<String> more, int most) {
        if (all.containsAll(more)) {
            return all;
        }
        Set<String> grown = all.isEmpty() ? new LinkedHashSet<>() : all;
        for (String one : more) {
            if (grown.size() < most) {
                grown.add(one);
            }
        }
        return grown;
    }

    private static Outcome stronger(Outcome a, Outcome b) {
        if (a == Outcome.SUCCEEDED || b == Outcome.SUCCEEDED) {
            return Outcome.SUCCEEDED;
        }
        return a == Outcome.ATTEMPTED || b == Outcome.ATTEMPTED ? Outcome.ATTEMPTED : Outcome.UNKNOWN;
    }

    public String fingerprint() {
        return fingerprint;
    }

    /// The thing that the burst is about.
    public Entity anchor() {
        return anchor;
    }

    /// The first alert: its title, rule, source and severity stand for all.
    public StoredAlert sample() {
        return sample;
    }

    public Severity severity() {
        return sample.severity();
    }

    public Instant first() {
        return sample.time();
    }

    public Instant last() {
        return last;
    }

    /// How evenly its alerts follow each other, 0–1: 1 like a clock, 0 for a crowd within seconds or a mere handful.
    public double regularity() {
        int n = size() - 1;
        if (n < LEAST_GAPS || gaps < n) {
            return 0;
        }
        double mean = gaps / n;
        double variance = Math.max(0, squaredGaps / n - mean * mean);
        return Math.max(0, 1 - Math.sqrt(variance) / mean);
    }

    public int size() {
        return 1 + furtherIds.size();
    }

    /// In order of time. Made anew for each caller; who wants only the first asks for [#firstId].
    public List<String> alertIds() {
        List<String> further = furtherIds.unpacked();
        further.addFirst(sample.id());
        return Collections.unmodifiableList(further);
    }

    /// The id of its first alert, which names the burst: no other has it.
    public String firstId() {
        return sample.id();
    }

    /// How many of its alerts name each entity.
    public Map<Entity, Integer> entities() {
        Map<Entity, Integer> all = new LinkedHashMap<>();
        sample.entities().forEach(entity -> all.put(entity, likeSample));
        entities.forEach((entity, n) -> all.merge(entity, n, Integer::sum));
        return Collections.unmodifiableMap(all);
    }

    /// What its alerts name, without the counts of [#entities] and cheaper.
    public Collection<Entity> distinctEntities() {
        return entities.isEmpty() ? sample.entities() : entities().keySet();
    }

    /// As the sources named them.
    public List<String> techniques() {
        return Collections.unmodifiableList(techniques);
    }

    /// The processes that acted, as in an alert's lineage: the first ones that its alerts tell of.
    public Set<String> actors() {
        return Collections.unmodifiableSet(actors);
    }

    /// The processes that acted and their ancestors: the first ones that its alerts tell of.
    public Set<String> lineage() {
        return Collections.unmodifiableSet(lineage);
    }

    /// The ids of the signs that its alerts' bodies showed.
    public Set<String> signs() {
        return Collections.unmodifiableSet(signs);
    }

    /// The first few different values of each detail that its alerts tell, such as those of `http.status`.
    public Map<String, List<String>> details() {
        return Collections.unmodifiableMap(details);
    }

    /// The values of one detail; none where no alert tells it.
    public List<String> details(String name) {
        return Collections.unmodifiableList(details.getOrDefault(name, List.of()));
    }

    /// As the sources told it.
    public Outcome outcome() {
        return outcome;
    }
}
