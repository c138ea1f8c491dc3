package dev.analystcopilot.triage;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.triage.chain.Chain;
import dev.analystcopilot.triage.chain.ChainBuilder;
import dev.analystcopilot.triage.correlate.CaseDraft;
import dev.analystcopilot.triage.correlate.Evidence;
import dev.analystcopilot.triage.feature.BurstCollector;
import dev.analystcopilot.triage.phrase.Phrases;
import dev.analystcopilot.triage.technique.TechniqueHints;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// A made-up alert for tests of single cases: `Told.at(5).named("Web shell").on("web-1").says("T1505.003")`.
public record Told(
        int minute,
        String title,
        Severity severity,
        Outcome outcome,
        List<Entity> entities,
        List<String> techniques,
        List<String> lineage,
        Map<String, String> details,
        List<String> signs) {

    private static final TechniqueHints HINTS = TechniqueHints.load();
    private static final ChainBuilder CHAINS = new ChainBuilder(TechniqueCatalog.load(), new Phrases());

    public static Told at(int minute) {
        return new Told(
                minute,
                "Something at " + minute,
                Severity.HIGH,
                Outcome.UNKNOWN,
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                List.of());
    }

    public Told named(String words) {
        return new Told(minute, words, severity, outcome, entities, techniques, lineage, details, signs);
    }

    public Told severe(Severity how) {
        return new Told(minute, title, how, outcome, entities, techniques, lineage, details, signs);
    }

    public Told was(Outcome told) {
        return new Told(minute, title, severity, told, entities, techniques, lineage, details, signs);
    }

    public Told on(String host) {
        return about(new Entity.Host(host));
    }

    public Told withoutHost() {
        List<Entity> rest =
                entities.stream().filter(e -> !(e instanceof Entity.Host)).toList();
        return new Told(minute, title, severity, outcome, rest, techniques, lineage, details, signs);
    }

    public Told by(String user) {
        return about(new Entity.User(user));
    }

    public Told from(String address) {
        return about(new Entity.Ip(address));
    }

    public Told about(Entity entity) {
        List<Entity> more = Stream.concat(entities.stream(), Stream.of(entity)).toList();
        return new Told(minute, title, severity, outcome, more, techniques, lineage, details, signs);
    }

    public Told says(String... ids) {
        return new Told(minute, title, severity, outcome, entities, List.of(ids), lineage, details, signs);
    }

    public Told in(String... processes) {
        return new Told(minute, title, severity, outcome, entities, techniques, List.of(processes), details, signs);
    }

    public Told detail(String name, String value) {
        Map<String, String> more = new TreeMap<>(details);
        more.put(name, value);
        return new Told(minute, title, severity, outcome, entities, techniques, lineage, more, signs);
    }

    public Told shows(String... ids) {
        return new Told(minute, title, severity, outcome, entities, techniques, lineage, details, List.of(ids));
    }

    private StoredAlert stored(int number) {
        return new StoredAlert(
                "a%03d".formatted(number),
                Alerts.START.plusSeconds(minute * 60L),
                "test",
                title,
                title,
                severity,
                outcome,
                entities,
                techniques,
                title + techniques,
                lineage,
                details,
                signs);
    }

    /// One case of all of them. Its alerts are `a000`, `a001` … as they are given.
    public static CaseDraft draft(Told... alerts) {
        var collector = new BurstCollector();
        Stream.iterate(0, i -> i < alerts.length, i -> i + 1)
                .map(i -> alerts[i].stored(i))
                .sorted(Comparator.comparing(StoredAlert::time).thenComparing(StoredAlert::id))
                .forEach(collector);
        return new CaseDraft(collector.bursts().stream()
                .map(burst -> new Evidence(burst, 0.9f, 0.9f, 1, HINTS.of(burst.sample())))
                .toList());
    }

    public static Chain chain(CaseDraft draft) {
        return CHAINS.chain(draft);
    }

    public static Chain chain(Told... alerts) {
        return chain(draft(alerts));
    }

    @Override
    public String toString() {
        return title + " " + Arrays.toString(techniques.toArray());
    }
}
