package dev.analystcopilot.eval.hostile;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.AlertHit;
import dev.analystcopilot.knowledge.postgres.AlertQuery;
import dev.analystcopilot.knowledge.postgres.CaseQuery;
import dev.analystcopilot.knowledge.postgres.CaseRow;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.HumanVerdict;
import dev.analystcopilot.knowledge.postgres.Neighbour;
import dev.analystcopilot.knowledge.postgres.NeighbourQuery;
import dev.analystcopilot.knowledge.postgres.PassageStore;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.reference.Asset;
import dev.analystcopilot.knowledge.postgres.reference.AssetStore;
import dev.analystcopilot.knowledge.postgres.reference.Fact;
import dev.analystcopilot.knowledge.postgres.reference.FactStore;
import dev.analystcopilot.knowledge.postgres.reference.Indicator;
import dev.analystcopilot.knowledge.postgres.reference.IndicatorStore;
import dev.analystcopilot.knowledge.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Asks every store with hostile strings, in the scope of a tenant and an audience, and looks whose rows come back.
final class HostileRun {

    /// What came of the questions to one store.
    ///
    /// @param refused questions that the store refused as no valid ones, before the database saw them
    /// @param broken questions that made the database complain
    /// @param foreign rows of another tenant or audience
    record Count(long asked, long rows, long refused, long broken, long foreign) {
        static final Count NONE = new Count(0, 0, 0, 0, 0);

        Count plus(Count other) {
            return new Count(
                    asked + other.asked,
                    rows + other.rows,
                    refused + other.refused,
                    broken + other.broken,
                    foreign + other.foreign);
        }
    }

    private enum Store {
        ALERT,
        ENTITY,
        FINGERPRINT,
        SIMILAR,
        VERDICT,
        CASE,
        PASSAGE,
        WORDS,
        DENSE,
        ASSET,
        REFERENCE
    }

    private final Database database;
    private final Random random;
    private final HostileText text;

    HostileRun(Database database, List<String> ids, long seed) {
        this.database = database;
        this.random = new Random(seed);
        this.text = new HostileText(random, ids);
    }

    /// By store, in small letters.
    Map<String, Count> ask(int questions) {
        Map<String, Count> counts = new TreeMap<>();
        Store[] stores = Store.values();
        for (int i = 0; i < questions; i++) {
            Store store = stores[i % stores.length];
            counts.merge(store.name().toLowerCase(java.util.Locale.ROOT), asked(store, scope()), Count::plus);
        }
        return counts;
    }

    private Count asked(Store store, Scope scope) {
        try {
            List<String> ids = found(store, scope);
            long foreign = ids.stream().filter(id -> !TwoWalls.isOf(scope, id)).count();
            return new Count(1, ids.size(), 0, 0, foreign);
        } catch (IllegalArgumentException e) {
            return new Count(1, 0, 1, 0, 0);
        } catch (org.jdbi.v3.core.JdbiException e) {
            return new Count(1, 0, 0, 1, 0);
        }
    }

    /// Mostly a tenant that exists; sometimes one whose name is an attack, who may see what is shared only.
    private Scope scope() {
        String tenant =
                random.nextInt(5) == 0 ? text.next() : TwoWalls.TENANTS.get(random.nextInt(TwoWalls.TENANTS.size()));
        String named = tenant.isBlank() ? "nobody" : tenant;
        return random.nextBoolean() ? Scope.analyst(named) : Scope.staff(named);
    }

    private List<String> found(Store store, Scope scope) {
        return switch (store) {
            case ALERT -> hits(database.alerts().search(scope, alerts()));
            case ENTITY ->
                Stream.concat(
                                hits(database.alerts()
                                                .search(
                                                        scope,
                                                        AlertQuery.latest(20)
                                                                .about(List.of(text.next(), "host:web-01"))))
                                        .stream(),
                                database.alerts().find(scope, List.of(text.next(), text.next())).stream()
                                        .map(alert -> alert.id()))
                        .toList();
            case FINGERPRINT -> {
                List<String> ids = new ArrayList<>(database.fingerprints()
                        .vectors(scope, TwoWalls.MODEL, List.of(text.next(), text.next()))
                        .keySet());
                ids.addAll(database.fingerprints().withoutVector(scope, text.next()));
                yield ids;
            }
            case SIMILAR -> similar(scope);
            case VERDICT -> verdicts(scope);
            case CASE -> cases(scope);
            case PASSAGE -> passages(scope);
            case WORDS ->
                ranked(database.passages()
                        .lexical(
                                scope,
                                Language.EN,
                                Map.of("word", 1.0, text.next() + "x", 1.0),
                                Set.of("runbook", text.next() + "x"),
                                20,
                                new PassageStore.Bm25(1.2, 0.75)));
            case DENSE ->
                ranked(database.passages()
                        .dense(
                                scope,
                                random.nextBoolean() ? TwoWalls.MODEL : text.next(),
                                TwoWalls.direction(random.nextInt(60)),
                                Set.of(),
                                20,
                                random.nextBoolean()));
            case ASSET -> assets(scope);
            case REFERENCE -> reference(scope);
        };
    }

    private AlertQuery alerts() {
        AlertQuery all = AlertQuery.latest(20);
        return switch (random.nextInt(3)) {
            case 0 -> all.containing(text.next());
            case 1 -> all.inCase(text.next());
            default -> all.containing("something").judged(Verdict.BENIGN);
        };
    }

    private List<String> verdicts(Scope scope) {
        String tenant = TwoWalls.TENANTS.get(random.nextInt(TwoWalls.TENANTS.size()));
        return database
                .verdicts()
                .about(
                        scope,
                        HumanVerdict.Subject.FINGERPRINT,
                        List.of(text.next(), text.next(), tenant + "-analyst-print-1"))
                .stream()
                .map(HumanVerdict::id)
                .toList();
    }

    private List<String> similar(Scope scope) {
        NeighbourQuery query = NeighbourQuery.near(
                        random.nextInt(4) == 0 ? text.next() : TwoWalls.MODEL,
                        TwoWalls.direction(random.nextInt(60)),
                        20)
                .from(random.nextBoolean() ? Optional.empty() : Optional.of(text.next()))
                .about(random.nextBoolean() ? List.of() : List.of(text.next(), "host:web-01"))
                .without(
                        random.nextBoolean() ? Optional.empty() : Optional.of(text.next()),
                        random.nextBoolean() ? Optional.empty() : Optional.of(text.next()));
        List<String> ids = new ArrayList<>();
        for (Neighbour neighbour : database.neighbours().nearest(scope, query)) {
            ids.add(neighbour.fingerprint());
            ids.add(neighbour.newest().alert().id());
            neighbour.verdicts().forEach(verdict -> ids.add(verdict.id()));
        }
        return ids;
    }

    private List<String> cases(Scope scope) {
        List<String> ids = new ArrayList<>();
        database.cases().find(scope, text.next()).map(CaseRow::id).ifPresent(ids::add);
        database.cases()
                .list(scope, new CaseQuery(Set.of(Verdict.BENIGN), 20, 0))
                .forEach(row -> ids.add(row.id()));
        ids.addAll(hits(database.cases().alertsOf(scope, text.next())));
        return ids;
    }

    private List<String> passages(Scope scope) {
        return Stream.concat(
                        database.passages().find(scope, List.of(text.next(), text.next())).stream(),
                        database
                                .passages()
                                .ofRef(
                                        scope,
                                        random.nextBoolean() ? "runbook" : text.next(),
                                        random.nextBoolean() ? "ref-1" : text.next(),
                                        Language.EN)
                                .stream())
                .map(PassageStore.Passage::id)
                .toList();
    }

    private List<String> assets(Scope scope) {
        var store = new AssetStore(database);
        List<Asset> assets = new ArrayList<>();
        store.matching(scope, List.of(new Entity.Ip("192.0.2.7"), new Entity.Host(text.next() + "x")))
                .values()
                .forEach(assets::addAll);
        store.find(scope, random.nextBoolean() ? "192.0.2.7" : text.next()).ifPresent(assets::add);
        assets.addAll(store.list(scope, random.nextBoolean() ? "" : text.next(), 20));
        assets.addAll(store.exposedTo(scope, text.next(), random.nextBoolean() ? "nginx" : text.next()));
        return assets.stream().map(Asset::owner).toList();
    }

    private List<String> reference(Scope scope) {
        List<Entity> entities =
                List.of(new Entity.Ip("192.0.2.7"), new Entity.Host("web-01"), new Entity.Host(text.next() + "x"));
        List<String> ids = new ArrayList<>();
        new IndicatorStore(database)
                .matching(scope, entities)
                .values()
                .forEach(some -> some.stream().map(Indicator::name).forEach(ids::add));
        new FactStore(database)
                .matching(scope, entities, TwoWalls.NOON)
                .values()
                .forEach(some -> some.stream().map(Fact::id).forEach(ids::add));
        return ids;
    }

    private static List<String> hits(List<AlertHit> hits) {
        return hits.stream().map(hit -> hit.alert().id()).toList();
    }

    private static List<String> ranked(List<PassageStore.Ranked> ranked) {
        return ranked.stream().map(PassageStore.Ranked::passageId).toList();
    }
}
