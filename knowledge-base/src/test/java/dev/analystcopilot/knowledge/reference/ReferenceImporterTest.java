package dev.analystcopilot.knowledge.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.embedded.TestDatabase;
import dev.analystcopilot.knowledge.intake.Import;
import dev.analystcopilot.knowledge.intake.ImportListener;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.postgres.reference.Asset;
import dev.analystcopilot.knowledge.postgres.reference.AssetStore;
import dev.analystcopilot.knowledge.postgres.reference.Fact;
import dev.analystcopilot.knowledge.postgres.reference.FactStore;
import dev.analystcopilot.knowledge.postgres.reference.Indicator;
import dev.analystcopilot.knowledge.postgres.reference.IndicatorStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class ReferenceImporterTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final Instant NOW = Instant.parse("2026-11-01T12:00:00Z");
    private static final String INVENTORY = """
            Host,IP,Owner,Criticality,Software,Open Ports,Exposure
            web-01.corp.example,10.0.0.5;10.0.0.6,Web team,high,Apache Tomcat 9.0.30;openssh@8.4,22;443/tcp,internet
            mail-01,10.0.0.9,,critical,,25,
            broken,10.0.0.300,,,,,
            odd,10.0.0.7,,very,,,
            """;
    private static final String BUNDLE = """
            {"type":"bundle","id":"bundle--1","objects":[
             {"type":"indicator","id":"indicator--1","created_by_ref":"identity--1","name":"C2","confidence":90,
              "pattern_type":"stix","valid_from":"2026-01-01T00:00:00Z","labels":["malicious-activity"],
              "pattern":"[ipv4-addr:value = '198.51.100.7' OR domain-name:value = 'bad.example']"},
             {"type":"indicator","id":"indicator--2","pattern_type":"stix","valid_until":"2026-02-01T00:00:00Z",
              "pattern":"[url:value = 'http://old.example/']"},
             {"type":"indicator","id":"indicator--3","pattern_type":"stix",
              "pattern":"[file:name = 'a.exe' AND file:hashes.'SHA-256' = '%s']"},
             {"type":"indicator","id":"indicator--4","pattern_type":"yara","pattern":"rule x {}"},
             {"type":"indicator","id":"indicator--5","revoked":true,"pattern":"[ipv4-addr:value = '203.0.113.1']"},
             {"type":"identity","id":"identity--1","name":"CERT"}]}
            """.formatted("a".repeat(64));
    private static final String FACTS = """
            - kind: pentest
              entities: [ip:10.9.0.0/16, web-01]
              from: 2026-10-30
              until: 2026-11-05
              note: yearly
              approved_by: CISO
            - kind: approved_scanner
              entities: ip:10.0.0.250
              approved_by: Team
            """;

    @TempDir
    Path folder;

    private Import load(String tenant, ReferenceKind kind, String file, String text) throws IOException {
        Path path = Files.writeString(folder.resolve(file), text);
        return new ReferenceImporter(DB.database())
                .importPath(Scope.analyst(tenant), path, kind, file, ImportListener.none());
    }

    @Test
    void anInventoryIsReadAndEachBrokenRowNamed() throws IOException {
        Import done = load("a", ReferenceKind.ASSETS, "cmdb.csv", INVENTORY);

        assertThat(done.changed()).isEqualTo(2);
        assertThat(done.problems())
                .extracting(Import.Problem::file)
                .containsExactly("cmdb.csv, line 4", "cmdb.csv, line 5");
        assertThat(new AssetStore(DB.database()).find(Scope.analyst("a"), "10.0.0.6"))
                .contains(new Asset(
                        "web-01.corp.example",
                        List.of("10.0.0.5", "10.0.0.6"),
                        "Web team",
                        "",
                        Asset.Criticality.HIGH,
                        List.of(new Asset.Software("Apache Tomcat", "9.0.30"), new Asset.Software("openssh", "8.4")),
                        List.of(22, 443),
                        Asset.Exposure.INTERNET));
    }

    @Test
    void theSameInventoryAgainChangesNothing() throws IOException {
        load("b", ReferenceKind.ASSETS, "cmdb.csv", INVENTORY);

        Import again = load("b", ReferenceKind.ASSETS, "cmdb.csv", INVENTORY);

        assertThat(again.changed()).isZero();
        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(again.removed()).isZero();
    }

    @Test
    void whatABrokenFileLacksStays() throws IOException {
        load("c", ReferenceKind.ASSETS, "cmdb.csv", "host,owner\nweb-01,a\nweb-02,b\n");

        assertThat(load("c", ReferenceKind.ASSETS, "cmdb.csv", "host,owner\nweb-01,a\n,b\n")
                        .removed())
                .isZero();
        assertThat(load("c", ReferenceKind.ASSETS, "cmdb.csv", "host,owner\nweb-01,a\n")
                        .removed())
                .isEqualTo(1);
    }

    @Test
    void anInventoryInJsonIsReadToo() throws IOException {
        Import done = load("d", ReferenceKind.ASSETS, "cmdb.json", """
                [{"host":"db-01","openPorts":[5432],"software":[{"name":"PostgreSQL","version":"15.1"}]},
                 {"owner":"nobody"}]
                """);

        assertThat(done.changed()).isEqualTo(1);
        assertThat(done.problems()).extracting(Import.Problem::file).containsExactly("cmdb.json, line 2");
    }

    @Test
    void stixPatternsNameWhatIsMatched() throws IOException {
        Import done = load("e", ReferenceKind.INDICATORS, "bundle.json", BUNDLE);
        var store = new IndicatorStore(DB.database());
        var asked = List.<Entity>of(
                new Entity.Ip("198.51.100.7"),
                new Entity.Url("https://bad.example/x"),
                new Entity.Url("http://old.example/"),
                new Entity.Hash("a".repeat(64)),
                new Entity.File("a.exe"),
                new Entity.Ip("203.0.113.1"));

        assertThat(done.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("yara"));
        assertThat(store.matching(Scope.analyst("e"), asked, NOW))
                .containsOnlyKeys("ip:198.51.100.7", "url:https://bad.example/x", "hash:" + "a".repeat(64));
        assertThat(store.matching(Scope.analyst("e"), asked, NOW).get("ip:198.51.100.7"))
                .singleElement()
                .extracting(Indicator::source, Indicator::confidence)
                .containsExactly("CERT", 90);
    }

    @Test
    void defangedValuesAreMatched() throws IOException {
        load("f", ReferenceKind.INDICATORS, "feed.csv", """
                type,value,confidence,valid_until
                ,hxxps://evil[.]example/a,high,
                ip,203[.]0[.]113[.]9:8080,70,2027-01-01
                email,bob[at]evil[.]example,,
                domain,not a domain,,
                """);

        assertThat(new IndicatorStore(DB.database())
                        .matching(
                                Scope.analyst("f"),
                                List.of(
                                        new Entity.Url("https://evil.example/a"),
                                        new Entity.Ip("203.0.113.9"),
                                        new Entity.Mailbox("bob@evil.example")),
                                NOW))
                .hasSize(3);
    }

    @Test
    void aFactWithoutAnEndIsRefusedWithARemedy() throws IOException {
        Import done = load("g", ReferenceKind.FACTS, "facts.yaml", FACTS);

        assertThat(done.changed()).isEqualTo(1);
        assertThat(done.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.file()).isEqualTo("facts.yaml, line 7");
            assertThat(problem.reason()).contains("fill 'until'");
        });
        assertThat(new FactStore(DB.database())
                        .matching(
                                Scope.analyst("g"), List.of(new Entity.Ip("10.9.3.4"), new Entity.Host("web-01")), NOW))
                .hasSize(2)
                .allSatisfy(
                        (key, facts) -> assertThat(facts).extracting(Fact::kind).containsExactly(Fact.Kind.PENTEST));
    }

    @Test
    void aFileThatIsNoTableIsNamed() throws IOException {
        assertThat(load("h", ReferenceKind.ASSETS, "x.csv", "just some words").problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("names its columns"));
        assertThat(load("h", ReferenceKind.ASSETS, "x.json", "[{\"host\": \"a\"}, {\"host\"")
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.reason()).contains("line 1"));
    }
}
