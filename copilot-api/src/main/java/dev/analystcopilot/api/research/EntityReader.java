package dev.analystcopilot.api.research;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.postgres.AlertQuery;
import dev.analystcopilot.knowledge.postgres.CaseOutline;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.reference.Asset;
import dev.analystcopilot.knowledge.postgres.reference.AssetStore;
import dev.analystcopilot.knowledge.postgres.reference.Fact;
import dev.analystcopilot.knowledge.postgres.reference.FactStore;
import dev.analystcopilot.knowledge.postgres.reference.Indicator;
import dev.analystcopilot.knowledge.postgres.reference.IndicatorStore;
import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.narrate.fact.EntityFacts;
import dev.analystcopilot.triage.narrate.fact.EntityFacts.Known;
import dev.analystcopilot.triage.narrate.question.Question;
import dev.analystcopilot.triage.narrate.words.Names;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/// Reads what is known of an address, an account, a host, a file. May block.
@Component
public final class EntityReader {
    private static final int CASES = 6;
    private static final int LISTED = 3;
    private static final Pattern IP = Pattern.compile("(?:\\d{1,3}\\.){3}\\d{1,3}|[0-9a-f]*:[0-9a-f:]+");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}");

    private final Database database;
    private final CaseSearch cases;
    private final AssetStore assets;
    private final IndicatorStore indicators;
    private final FactStore facts;

    EntityReader(
            Database database,
            CaseSearch cases,
            AssetStore assetStore,
            IndicatorStore indicatorStore,
            FactStore factStore) {
        this.database = database;
        this.cases = cases;
        this.assets = assetStore;
        this.indicators = indicatorStore;
        this.facts = factStore;
    }

    /// @param now what the calendar is read for
    public EntityFacts read(Scope scope, Question question, Instant now) {
        String name = question.names().stream().findFirst().orElse(question.text());
        List<CaseOutline> outlines = cases.outlines(scope, Optional.empty(), Optional.empty(), Optional.empty());
        List<String> keys = keys(name, question, outlines);
        List<CaseOutline> within = outlines.stream()
                .filter(outline -> outline.entityKeys().stream().anyMatch(keys::contains))
                .filter(outline -> question.window()
                        .map(window -> window.touches(outline.firstSeen(), outline.lastSeen()))
                        .orElse(true))
                .limit(CASES)
                .toList();
        AlertQuery query = AlertQuery.latest(AlertQuery.MAX_LIMIT).about(keys);
        AlertsRead read = keys.isEmpty()
                ? new AlertsRead(List.of(), true)
                : AlertsRead.of(
                        database.alerts(),
                        scope,
                        question.window()
                                .map(w -> query.between(w.from(), w.to()))
                                .orElse(query));
        List<Known> known = new ArrayList<>();
        known(scope, keys, now, known);
        String shown = keys.stream()
                .map(key -> key.substring(key.indexOf(':') + 1))
                .filter(value -> value.equalsIgnoreCase(name))
                .findFirst()
                .orElseGet(() -> read.hits().isEmpty() || keys.isEmpty()
                        ? name
                        : keys.getFirst().substring(keys.getFirst().indexOf(':') + 1));
        return new EntityFacts(
                shown,
                keys,
                read.hits().size(),
                read.all(),
                read.first(),
                read.last(),
                read.said(),
                read.beside(keys).stream().limit(30).toList(),
                read.days(),
                cases.documents(scope, within.stream().map(CaseOutline::id).toList()),
                known,
                known.stream().anyMatch(one -> one.source().equals("inventory")),
                known.stream().anyMatch(one -> one.source().equals("indicator")),
                read.hits().isEmpty() ? near(name, outlines) : List.of());
    }

    /// Names that hold the one that was said, or differ from it in the numbers at its end alone.
    private static List<String> near(String name, List<CaseOutline> outlines) {
        String stem = squashed(name).replaceAll("\\d+$", "");
        return outlines.stream()
                .flatMap(outline -> outline.entityKeys().stream())
                .filter(key -> key.startsWith("host:") || key.startsWith("user:"))
                .map(key -> key.substring(5))
                .filter(value -> squashed(value).contains(squashed(name))
                        || (stem.length() >= 3
                                && squashed(value).replaceAll("\\d+$", "").endsWith(stem)))
                .distinct()
                .sorted(Comparator.comparing((String value) -> !value.endsWith(name))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(LISTED)
                .toList();
    }

    /// Keys that cases know it by, and those that alerts outside of any case would have it under.
    static List<String> keys(String name, Question question, List<CaseOutline> outlines) {
        Set<String> keys = new LinkedHashSet<>();
        Set<String> spellings = new LinkedHashSet<>(List.of(name));
        question.mentions().stream()
                .filter(mention -> squashed(mention).equals(squashed(name))
                        || question.names().size() <= 1)
                .forEach(spellings::add);
        for (String spelling : spellings) {
            for (CaseOutline outline : outlines) {
                outline.entityKeys().stream()
                        .filter(key -> Names.likeness(
                                        spelling,
                                        key.substring(0, key.indexOf(':')),
                                        key.substring(key.indexOf(':') + 1))
                                >= 0.8)
                        .forEach(keys::add);
            }
        }
        types(name).forEach(type -> {
            for (String spelling : spellings) {
                keys.add(type + ":" + spelling);
            }
        });
        return keys.stream().limit(40).toList();
    }

    private static List<String> types(String name) {
        if (IP.matcher(name).matches()) {
            return List.of("ip", "host");
        }
        if (HASH.matcher(name).matches()) {
            return List.of("hash");
        }
        if (name.contains("@")) {
            return List.of("mailbox", "user");
        }
        if (name.contains("/") || name.contains("\\")) {
            return List.of("file", "url", "process", "user");
        }
        return name.contains(".")
                ? List.of("domain", "host", "user", "file", "process")
                : List.of("host", "user", "process");
    }

    private static String squashed(String name) {
        return name.replaceAll("[ _-]", "");
    }

    private void known(Scope scope, List<String> keys, Instant now, List<Known> known) {
        List<Entity> entities =
                keys.stream().flatMap(key -> entity(key).stream()).toList();
        List<Asset> machines = assets.matching(scope, entities).values().stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
        machines.stream().limit(LISTED).forEach(asset -> known.add(new Known("inventory", text(asset))));
        List<Indicator> listed = indicators.matching(scope, entities).values().stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
        listed.stream().limit(LISTED).forEach(indicator -> known.add(new Known("indicator", text(indicator))));
        List<Fact> calendar = facts.matching(scope, entities, now).values().stream()
                .flatMap(List::stream)
                .distinct()
                .toList();
        calendar.stream()
                .limit(LISTED)
                .forEach(fact -> known.add(
                        new Known("calendar", Bilingual.same(fact.note().isBlank() ? fact.id() : fact.note()))));
    }

    /// Not everything that is asked for is an address or a hash, though it looks like one.
    private static Optional<Entity> entity(String key) {
        try {
            return Optional.of(Entity.ofKey(key));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Bilingual text(Asset asset) {
        return new Bilingual(
                "%s%s%s, criticality %s, exposure %s"
                        .formatted(
                                asset.host(),
                                asset.role().isBlank() ? "" : ", " + asset.role(),
                                asset.owner().isBlank() ? "" : ", owner " + asset.owner(),
                                asset.criticality().wireName(),
                                asset.exposure().wireName()),
                "%s%s%s，重要性 %s，暴露面 %s"
                        .formatted(
                                asset.host(),
                                asset.role().isBlank() ? "" : "，" + asset.role(),
                                asset.owner().isBlank() ? "" : "，负责人 " + asset.owner(),
                                asset.criticality().wireName(),
                                asset.exposure().wireName()));
    }

    private static Bilingual text(Indicator indicator) {
        String labels = indicator.labels().isEmpty() ? "" : " (" + String.join(", ", indicator.labels()) + ")";
        return new Bilingual(
                "“%s”%s from %s, confidence %d of 100"
                        .formatted(indicator.name(), labels, indicator.source(), indicator.confidence()),
                "“%s”%s，来自 %s，可信度 %d/100"
                        .formatted(indicator.name(), labels, indicator.source(), indicator.confidence()));
    }
}
