package dev.analystcopilot.triage.context;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.reference.Asset;
import dev.analystcopilot.knowledge.postgres.reference.AssetStore;
import dev.analystcopilot.knowledge.postgres.reference.Fact;
import dev.analystcopilot.knowledge.postgres.reference.FactStore;
import dev.analystcopilot.knowledge.postgres.reference.Indicator;
import dev.analystcopilot.knowledge.postgres.reference.IndicatorStore;
import dev.analystcopilot.triage.correlate.CaseDraft;
import dev.analystcopilot.triage.correlate.Evidence;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Reads what a tenant knows about the cases of a run: a handful of statements for all cases together,
/// however many alerts they hold. A case's [#MAX_ENTITIES] first entities are looked up; a flood names no
/// more suspects than that.
public final class ContextReader implements ContextSource {
    static final int MAX_ENTITIES = 2_000;

    private final Scope scope;
    private final FactStore facts;
    private final AssetStore assets;
    private final IndicatorStore indicators;
    private final ExploitedReader exploited;
    private final NeighbourReader neighbours;

    /// @param models of the vectors that past alerts are compared by
    public ContextReader(Database database, Scope scope, List<String> models) {
        this.scope = scope;
        this.facts = new FactStore(database);
        this.assets = new AssetStore(database);
        this.indicators = new IndicatorStore(database);
        this.exploited = new ExploitedReader(database, scope);
        this.neighbours = new NeighbourReader(database, scope, models);
    }

    @Override
    public List<CaseContext> of(List<CaseDraft> drafts) {
        if (drafts.isEmpty()) {
            return List.of();
        }
        List<Set<Entity>> entities =
                drafts.stream().map(ContextReader::entities).toList();
        var all = new LinkedHashSet<Entity>();
        entities.forEach(all::addAll);
        Instant from = drafts.stream()
                .map(CaseDraft::first)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant to = drafts.stream()
                .map(CaseDraft::last)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Map<String, List<Fact>> factsOf = facts.during(scope, all, from, to);
        Map<String, List<Asset>> assetsOf = assets.matching(scope, all);
        Map<String, List<Indicator>> indicatorsOf = indicators.during(scope, all, from, to);
        List<List<KnownAsset>> machines =
                entities.stream().map(own -> assets(own, assetsOf)).toList();
        List<List<ExploitedVulnerability>> vulnerabilities = exploited.of(drafts, machines);
        List<List<ExploitedVulnerability>> exposed = exploited.on(machines);
        List<List<NeighbourVerdict>> judged = neighbours.of(drafts);
        var contexts = new ArrayList<CaseContext>(drafts.size());
        for (int i = 0; i < drafts.size(); i++) {
            CaseDraft draft = drafts.get(i);
            contexts.add(new CaseContext(
                    judged.get(i),
                    facts(draft, entities.get(i), factsOf),
                    machines.get(i),
                    indicators(draft, entities.get(i), indicatorsOf),
                    vulnerabilities.get(i),
                    exposed.get(i)));
        }
        return contexts;
    }

    private static Set<Entity> entities(CaseDraft draft) {
        var entities = new LinkedHashSet<Entity>();
        draft.evidence().forEach(e -> entities.add(e.burst().anchor()));
        for (Evidence e : draft.evidence()) {
            for (Entity entity : e.burst().entities().keySet()) {
                if (entities.size() >= MAX_ENTITIES) {
                    return entities;
                }
                entities.add(entity);
            }
        }
        return entities;
    }

    /// Those that hold while at least one burst of the case that they are about lasts.
    private static List<KnownFact> facts(CaseDraft draft, Set<Entity> entities, Map<String, List<Fact>> found) {
        return grouped(entities, found).entrySet().stream()
                .map(entry -> new KnownFact(entry.getKey(), entry.getValue()))
                .filter(fact -> draft.evidence().stream()
                        .anyMatch(e -> fact.entities().stream()
                                        .anyMatch(entity -> e.burst().entities().containsKey(entity))
                                && (fact.fact().holdsAt(e.burst().first())
                                        || fact.fact().holdsAt(e.burst().last()))))
                .sorted(Comparator.comparing((KnownFact known) -> known.fact().until())
                        .thenComparing(known -> known.fact().id()))
                .toList();
    }

    private static List<KnownAsset> assets(Set<Entity> entities, Map<String, List<Asset>> found) {
        return grouped(entities, found).entrySet().stream()
                .map(entry -> new KnownAsset(entry.getKey(), entry.getValue()))
                .sorted(Comparator.comparingDouble(KnownAsset::criticality)
                        .reversed()
                        .thenComparing(known -> known.asset().host()))
                .toList();
    }

    /// Those that count when an alert names their entity.
    private static List<IndicatorHit> indicators(
            CaseDraft draft, Set<Entity> entities, Map<String, List<Indicator>> found) {
        var hits = new ArrayList<IndicatorHit>();
        for (Entity entity : entities) {
            for (Indicator indicator : found.getOrDefault(entity.key(), List.of())) {
                boolean counts = draft.evidence().stream()
                        .filter(e -> e.burst().entities().containsKey(entity))
                        .anyMatch(e -> indicator.validAt(e.burst().first())
                                || indicator.validAt(e.burst().last()));
                if (counts) {
                    hits.add(new IndicatorHit(entity, indicator));
                }
            }
        }
        hits.sort(Comparator.comparingInt((IndicatorHit hit) -> -hit.indicator().confidence())
                .thenComparing(hit -> hit.entity().key())
                .thenComparing(hit -> hit.indicator().source())
                .thenComparing(hit -> hit.indicator().entity().key()));
        return hits;
    }

    private static <T> Map<T, Set<Entity>> grouped(Set<Entity> entities, Map<String, List<T>> found) {
        Map<T, Set<Entity>> grouped = new LinkedHashMap<>();
        for (Entity entity : entities) {
            found.getOrDefault(entity.key(), List.of())
                    .forEach(each -> grouped.computeIfAbsent(each, key -> new LinkedHashSet<>())
                            .add(entity));
        }
        return grouped;
    }
}
