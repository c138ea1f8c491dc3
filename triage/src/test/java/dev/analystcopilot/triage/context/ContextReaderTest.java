package dev.analystcopilot.triage.context;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.embedded.TestDatabase;
import dev.analystcopilot.knowledge.postgres.Audience;
import dev.analystcopilot.knowledge.postgres.HumanVerdict;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Reach;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Subject;
import dev.analystcopilot.knowledge.postgres.PassageStore;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.reference.Asset;
import dev.analystcopilot.knowledge.postgres.reference.AssetStore;
import dev.analystcopilot.knowledge.postgres.reference.Fact;
import dev.analystcopilot.knowledge.postgres.reference.FactStore;
import dev.analystcopilot.knowledge.postgres.reference.Indicator;
import dev.analystcopilot.knowledge.postgres.reference.IndicatorStore;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.triage.Drafts;
import dev.analystcopilot.triage.correlate.CaseDraft;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class ContextReaderTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final Instant NIGHT = Instant.parse("2026-03-04T02:00:00Z");
    private static final Scope ACME = Scope.analyst("acme");
    private static final Entity SCANNER = new Entity.Ip("10.9.4.4");
    private static final String MODEL = "bge-small-en-v1.5";

    @BeforeAll
    static void store() {
        new FactStore(DB.database())
                .put(
                        ACME,
                        "facts",
                        List.of(
                                fact("net", "ip:10.9.0.0/16", NIGHT.minusSeconds(60), NIGHT.plusSeconds(3600)),
                                fact("over", "ip:10.9.4.4", NIGHT.minusSeconds(600), NIGHT.minusSeconds(60))));
        new AssetStore(DB.database())
                .put(
                        ACME,
                        "cmdb",
                        List.of(new Asset(
                                "web-01.corp.example",
                                List.of(),
                                "Team Web",
                                "",
                                Asset.Criticality.CRITICAL,
                                List.of(new Asset.Software("Apache Log4j", "2.14")),
                                List.of(),
                                Asset.Exposure.INTERNET)));
        DB.database()
                .passages()
                .change(ACME, List.of(kev("CVE-2021-45046", "Log4j"), kev("CVE-2019-0708", "Windows")), List.of());
        new IndicatorStore(DB.database())
                .put(
                        ACME,
                        "feed",
                        List.of(
                                indicator("domain:bad.example", Optional.empty()),
                                indicator("domain:old.example", Optional.of(NIGHT.minusSeconds(1)))));
        DB.database()
                .fingerprints()
                .putVectors(ACME, MODEL, Map.of("fp-near", unit(1, 0.2f), "fp-judged", unit(1, 0.25f)));
        verdict("v-alert", Subject.ALERT, "past-1", "fp-a", Verdict.FALSE_POSITIVE, NIGHT.minus(Duration.ofDays(1)));
        verdict("v-late", Subject.ALERT, "late-1", "fp-a", Verdict.TRUE_POSITIVE, NIGHT.plus(Duration.ofDays(1)));
        verdict("v-own", Subject.ALERT, "own", "fp-a", Verdict.TRUE_POSITIVE, NIGHT.minus(Duration.ofDays(2)));
        verdict("v-near", Subject.FINGERPRINT, "fp-judged", "fp-judged", Verdict.BENIGN, NIGHT.minusSeconds(99));
        expiring("v-over", "fp-a", NIGHT.minusSeconds(5));
    }

    private static PassageStore.Entry kev(String id, String product) {
        var document = new PassageStore.Document(
                id,
                "kev",
                id,
                "vulnerability",
                Audience.ANALYST,
                Language.EN,
                id,
                List.of(),
                List.of("Apache", product),
                id);
        return new PassageStore.Entry(document, List.of(), "kev.json");
    }

    private static Vector unit(float x, float y) {
        var values = new float[384];
        values[0] = x;
        values[1] = y;
        return Vector.of(values);
    }

    private static Fact fact(String id, String entity, Instant from, Instant until) {
        return new Fact(id, Fact.Kind.APPROVED_SCANNER, List.of(Entity.ofKey(entity)), from, until, "weekly", "CISO");
    }

    private static Indicator indicator(String key, Optional<Instant> until) {
        return new Indicator(Entity.ofKey(key), "Botnet", "feed", 95, List.of(), Optional.empty(), until);
    }

    private static void verdict(
            String id, Subject subject, String about, String print, Verdict verdict, Instant judged) {
        DB.database()
                .verdicts()
                .add(ACME, new HumanVerdict(id, subject, about, Optional.of(print), verdict, "", "ann", judged));
    }

    private static void expiring(String id, String print, Instant expires) {
        DB.database()
                .verdicts()
                .add(
                        ACME,
                        new HumanVerdict(
                                id,
                                Subject.FINGERPRINT,
                                print,
                                Optional.of(print),
                                Verdict.BENIGN,
                                "",
                                "ann",
                                NIGHT.minus(Duration.ofDays(9)),
                                Reach.FINGERPRINT,
                                Optional.empty(),
                                Optional.of(expires),
                                Optional.empty()));
    }

    private static StoredAlert alert(String id, String fingerprint, Entity... entities) {
        return new StoredAlert(
                id,
                NIGHT,
                "test",
                "Scan for CVE-2021-44228",
                "Scan for CVE-2021-44228",
                Severity.MEDIUM,
                Outcome.UNKNOWN,
                List.of(entities),
                List.of(),
                fingerprint);
    }

    private static CaseContext read(StoredAlert... alerts) {
        return read(ACME, alerts);
    }

    private static CaseContext read(Scope scope, StoredAlert... alerts) {
        CaseDraft draft = Drafts.of(alerts);
        return new ContextReader(DB.database(), scope, List.of(MODEL))
                .of(List.of(draft))
                .getFirst();
    }

    @Test
    void aFactAboutANetworkCoversItsAddressesWhileItHolds() {
        assertThat(read(alert("x", "fp-x", SCANNER)).facts())
                .extracting(known -> known.fact().id())
                .containsExactly("net");
    }

    @Test
    void aMachineIsFoundByItsShortName() {
        assertThat(read(alert("x", "fp-x", new Entity.Host("web-01")))
                        .crownJewel(Drafts.of(alert("x", "fp-x", new Entity.Host("web-01")))
                                .evidence()
                                .getFirst()))
                .isPresent();
    }

    /// No alert names the vulnerability: the machine runs what has it.
    @Test
    void exploitedVulnerabilitiesOfTheMachinesSoftwareAreKnown() {
        assertThat(read(alert("x", "fp-x", new Entity.Host("web-01"))).exposed())
                .containsExactly(
                        new ExploitedVulnerability("CVE-2021-45046", "CVE-2021-45046", List.of("web-01.corp.example")));
    }

    @Test
    void anIndicatorCountsWhileItIsValid() {
        assertThat(read(alert(
                                "x",
                                "fp-x",
                                new Entity.Host("h"),
                                new Entity.Domain("bad.example"),
                                new Entity.Domain("old.example")))
                        .indicators())
                .extracting(hit -> hit.entity().value())
                .containsExactly("bad.example");
    }

    @Test
    void onlyEarlierVerdictsFromOutsideTheCaseCount() {
        assertThat(read(alert("own", "fp-a", new Entity.Host("h"))).neighbours())
                .extracting(NeighbourVerdict::id)
                .containsExactly("v-alert");
    }

    @Test
    void verdictsOnKindsThatMeanNearlyTheSameCountToo() {
        assertThat(read(alert("x", "fp-near", new Entity.Host("h"))).neighbours())
                .singleElement()
                .satisfies(near -> assertThat(near.id()).isEqualTo("v-near"))
                .satisfies(near -> assertThat(near.likeness()).isBetween(0.93, 0.9999));
    }

    @Test
    void anotherTenantKnowsNothing() {
        assertThat(read(Scope.analyst("other"), alert("own", "fp-a", SCANNER, new Entity.Domain("bad.example"))))
                .isEqualTo(CaseContext.none());
    }

    @Test
    void hostileValuesAreLookedUpAsTheyAre() {
        Entity hostile = new Entity.Host("x' OR '1'='1'; DROP TABLE fact; --\u0000{{}}");

        assertThat(read(alert("x", "fp-' OR 1=1 --", hostile, new Entity.Url("http://[broken"))))
                .isEqualTo(CaseContext.none());
    }
}
