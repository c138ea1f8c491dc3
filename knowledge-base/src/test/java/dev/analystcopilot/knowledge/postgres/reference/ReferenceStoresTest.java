package dev.analystcopilot.knowledge.postgres.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.embedded.TestDatabase;
import dev.analystcopilot.knowledge.postgres.OriginStore;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class ReferenceStoresTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final Scope ACME = Scope.analyst("acme");
    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final Instant PAST = NOW.minusSeconds(3600);
    private static final Instant FUTURE = NOW.plusSeconds(3600);
    private static final Asset WEB = new Asset(
            "Web-01.corp.example",
            List.of("10.0.0.5", "2001:db8::5"),
            "Team Web",
            "web server",
            Asset.Criticality.HIGH,
            List.of(new Asset.Software("Apache Tomcat", "9.0.30"), new Asset.Software("Apache Log4j", "2.14.1")),
            List.of(443, 22, 443),
            Asset.Exposure.INTERNET);
    private static final Asset MAIL = new Asset(
            "mail-01",
            List.of("10.0.0.9"),
            "",
            "",
            Asset.Criticality.MEDIUM,
            List.of(new Asset.Software("Microsoft Exchange Server", "2019")),
            List.of(),
            Asset.Exposure.INTERNAL);

    @BeforeAll
    static void store() {
        assets().put(ACME, "cmdb.csv", List.of(WEB, MAIL));
        indicators()
                .put(
                        ACME,
                        "feed",
                        List.of(
                                indicator("ip:198.51.100.0/24", Optional.of(FUTURE)),
                                indicator("domain:bad.example", Optional.empty()),
                                indicator("ip:203.0.113.9", Optional.of(PAST)),
                                indicator("ip:2001:db8:0:0::bad", Optional.empty())));
        facts().put(ACME, "facts.yaml", List.of(fact("f-1", "ip:10.9.0.0/16", FUTURE), fact("f-2", "host:old", PAST)));
    }

    private static AssetStore assets() {
        return new AssetStore(DB.database());
    }

    private static IndicatorStore indicators() {
        return new IndicatorStore(DB.database());
    }

    private static FactStore facts() {
        return new FactStore(DB.database());
    }

    private static Indicator indicator(String key, Optional<Instant> until) {
        return new Indicator(Entity.ofKey(key), "Botnet", "feed", 80, List.of("c2"), Optional.empty(), until);
    }

    private static Fact fact(String id, String entity, Instant until) {
        return new Fact(
                id, Fact.Kind.PENTEST, List.of(Entity.ofKey(entity)), PAST.minusSeconds(60), until, "yearly", "CISO");
    }

    @Test
    void aMachineIsFoundByEachOfItsNames() {
        for (String name : List.of("web-01", "WEB-01.corp.example", "10.0.0.5", "2001:db8::5")) {
            assertThat(assets().find(ACME, name)).as(name).contains(WEB);
        }
    }

    @Test
    void manyEntitiesAreLookedUpAtOnce() {
        var entities = List.<Entity>of(new Entity.Ip("10.0.0.9"), new Entity.Host("web-01"), new Entity.Host("none"));

        assertThat(assets().matching(ACME, entities))
                .containsExactlyInAnyOrderEntriesOf(Map.of("ip:10.0.0.9", List.of(MAIL), "host:web-01", List.of(WEB)));
    }

    @Test
    void vulnerableMachinesAreToldByTheirSoftware() {
        assertThat(assets().exposedTo(ACME, "Apache", "Log4j")).containsExactly(WEB);
        assertThat(assets().exposedTo(ACME, "Microsoft", "Exchange Server")).containsExactly(MAIL);
        assertThat(assets().exposedTo(ACME, "Oracle", "WebLogic Server")).isEmpty();
        assertThat(assets().exposedTo(ACME, "Zoho", "Server")).isEmpty();
    }

    @Test
    void theSameAgainChangesNothing() {
        assertThat(assets().put(ACME, "cmdb.csv", List.of(WEB, MAIL))).isEqualTo(new Change(0, 0, 2, 0));
        assertThat(facts().put(
                                ACME,
                                "facts.yaml",
                                List.of(fact("f-1", "ip:10.9.0.0/16", FUTURE), fact("f-2", "host:old", PAST))))
                .isEqualTo(new Change(0, 0, 2, 0));
    }

    @Test
    void whatVanishesFromAnOriginIsRemovedAndNothingElse() {
        Scope scope = Scope.analyst("vanish");
        assets().put(scope, "a", List.of(WEB, MAIL));

        assertThat(assets().put(scope, "a", List.of(MAIL))).isEqualTo(new Change(0, 0, 1, 1));
        assertThat(assets().list(scope, "", 10)).containsExactly(MAIL);
        assertThat(assets().remove(scope, "b")).isZero();
        assertThat(assets().remove(scope, "a")).isEqualTo(1);
    }

    @Test
    void anAddressIsFoundByItsNetworkAndAUrlByItsDomain() {
        var url = new Entity.Url("https://bad.example/drop.exe");
        var entities = List.<Entity>of(new Entity.Ip("198.51.100.77"), url, new Entity.Mailbox("x@bad.example"));

        assertThat(indicators().matching(ACME, entities, NOW))
                .containsOnlyKeys(entities.stream().map(Entity::key).toList());
    }

    @Test
    void anAddressOfVersionSixIsFoundInAnySpelling() {
        assertThat(indicators().matching(ACME, List.of(new Entity.Ip("2001:db8::bad")), NOW))
                .hasSize(1);
    }

    @Test
    void anExpiredIndicatorIsNotMatched() {
        assertThat(indicators().matching(ACME, List.of(new Entity.Ip("203.0.113.9")), NOW))
                .isEmpty();
    }

    @Test
    void twoSourcesOfOneThingAreKeptApart() {
        Scope scope = Scope.analyst("two");
        var one = List.of(indicator("domain:both.example", Optional.empty()));
        indicators().put(scope, "a", one);
        indicators().put(scope, "b", one);
        indicators().remove(scope, "a");

        assertThat(indicators().matching(scope, List.of(new Entity.Domain("both.example")), NOW))
                .hasSize(1);
    }

    @Test
    void factsHoldOnlyForTheirTimeAndTheirEntities() {
        var entities = List.<Entity>of(new Entity.Ip("10.9.8.7"), new Entity.Host("old"), new Entity.Ip("10.8.0.1"));

        assertThat(facts().matching(ACME, entities, NOW)).containsOnlyKeys("ip:10.9.8.7");
        assertThat(facts().list(ACME, NOW, false, 10)).extracting(Fact::id).containsExactly("f-1");
        assertThat(facts().list(ACME, NOW, true, 10)).hasSize(2);
    }

    @Test
    void nobodyElseSeesAnything() {
        var entities =
                List.<Entity>of(new Entity.Host("web-01"), new Entity.Domain("bad.example"), new Entity.Ip("10.9.8.7"));
        for (Scope scope : List.of(Scope.analyst("other"), Scope.staff("acme"))) {
            assertThat(assets().matching(scope, entities)).isEmpty();
            assertThat(indicators().matching(scope, entities, NOW)).isEmpty();
            assertThat(facts().matching(scope, entities, NOW)).isEmpty();
            assertThat(assets().exposedTo(scope, "Apache", "Log4j")).isEmpty();
        }
    }

    @Test
    void whatChangesCountsItsVersionsUp() {
        Scope scope = Scope.analyst("versions");
        assets().put(scope, "assets:cmdb.csv", List.of(WEB, MAIL));
        facts().put(scope, "facts:f.yaml", List.of(fact("f-1", "host:old", FUTURE)));
        indicators().put(scope, "indicators:feed", List.of(indicator("domain:bad.example", Optional.empty())));
        for (Instant until : List.of(FUTURE.plusSeconds(1), FUTURE.plusSeconds(2), FUTURE.plusSeconds(2))) {
            facts().put(scope, "facts:f.yaml", List.of(fact("f-1", "host:old", until)));
            indicators().put(scope, "indicators:feed", List.of(indicator("domain:bad.example", Optional.of(until))));
        }

        assertThat(new OriginStore(DB.database()).list(scope))
                .extracting(OriginStore.Origin::id, OriginStore.Origin::version)
                .containsExactly(tuple("assets:cmdb.csv", 1), tuple("facts:f.yaml", 3), tuple("indicators:feed", 3));
    }
}
