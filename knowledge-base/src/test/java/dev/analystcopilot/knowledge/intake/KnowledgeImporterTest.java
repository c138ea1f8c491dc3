package dev.analystcopilot.knowledge.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.analystcopilot.knowledge.embedded.TestDatabase;
import dev.analystcopilot.knowledge.postgres.PassageStore;
import dev.analystcopilot.knowledge.postgres.PassageStore.Bm25;
import dev.analystcopilot.knowledge.postgres.PassageStore.Passage;
import dev.analystcopilot.knowledge.postgres.PassageStore.Ranked;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.knowledge.text.Tokens;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What holds of every import: once is enough, what has gone goes, what is broken is named and hurts nothing else.
@Tag("slow")
class KnowledgeImporterTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final String RULE = """
            title: %s
            id: %s
            description: Notices a wombat that digs under the fence.
            tags: [attack.persistence, attack.t1053.005]
            logsource: {product: windows, category: process_creation}
            detection:
                selection: {Image|endswith: '\\wombat.exe'}
                condition: selection
            falsepositives: [Gardeners]
            level: high
            """;

    @TempDir
    private Path folder;

    private final Scope scope = Scope.analyst("t" + UUID.randomUUID());

    private Import load(String kind) {
        return new KnowledgeImporter(DB.database())
                .importPath(scope, folder, ImportRequest.of(kind), ImportListener.none());
    }

    private void rule(String file, String id) throws IOException {
        Files.writeString(folder.resolve(file), RULE.formatted("Wombat " + id, id));
    }

    private static PassageStore store() {
        return DB.database().passages();
    }

    private List<Ranked> find(String text) {
        Map<String, Double> terms = new Tokens()
                .counts(text).entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, one -> (double) one.getValue()));
        return store().lexical(scope, Language.EN, terms, Set.of(), 10, new Bm25(1.2, 0.75));
    }

    @Test
    void aBrokenRuleIsNamedAndTheRestIsRead() throws IOException {
        rule("good.yml", "r-1");
        Files.writeString(folder.resolve("bad.yml"), "title: [unclosed");
        Files.writeString(folder.resolve("two.yml"), RULE.formatted("A", "r-2") + "---\ntitle: no detection\n");

        Import done = load("sigma");

        assertThat(done.changed()).isEqualTo(2);
        assertThat(done.problems())
                .extracting(Import.Problem::file)
                .containsExactly("bad.yml, rule", "two.yml, rule 2");
    }

    @Test
    void aRuleKeepsItsYamlAndItsTechniques() throws IOException {
        rule("good.yml", "r-1");
        load("sigma");

        assertThat(store().documents(scope, "rule")).singleElement().satisfies(rule -> {
            assertThat(rule.content()).contains("condition: selection");
            assertThat(rule.techniques()).containsExactly("T1053.005");
        });
    }

    @Test
    void theSameAgainChangesNothing() throws IOException {
        rule("a.yml", "r-1");
        rule("b.yml", "r-2");
        load("sigma");

        Import again = load("sigma");

        assertThat(List.of(again.changed(), again.unchanged(), again.removed())).containsExactly(0, 2, 0);
    }

    @Test
    void whatHasGoneIsNoLongerFound() throws IOException {
        rule("a.yml", "r-1");
        rule("b.yml", "r-2");
        load("sigma");
        Files.delete(folder.resolve("a.yml"));

        assertThat(load("sigma").removed()).isEqualTo(1);
        assertThat(find("wombat fence"))
                .extracting(Ranked::passageId)
                .singleElement()
                .asString()
                .contains("r-2");
    }

    @Test
    void aFileThatBecomesUnreadableKeepsWhatWasStored() throws IOException {
        rule("a.yml", "r-1");
        rule("b.yml", "r-2");
        load("sigma");
        Files.writeString(folder.resolve("a.yml"), "title: [");

        assertThat(load("sigma").removed()).isZero();
        assertThat(store().documents(scope, "rule")).hasSize(2);
    }

    @Test
    void aChangedDocumentIsANewVersion() throws IOException {
        rule("a.yml", "r-1");
        load("sigma");
        Files.writeString(folder.resolve("a.yml"), RULE.formatted("Another title", "r-1"));

        assertThat(load("sigma").changed()).isEqualTo(1);
        assertThat(store().documents(scope, "rule")).singleElement().satisfies(rule -> {
            assertThat(rule.version()).isEqualTo(2);
            assertThat(rule.title()).isEqualTo("Another title");
        });
    }

    @Test
    void gzAndZipAreReadAndADamagedArchiveIsNamed() throws IOException {
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(folder.resolve("one.yml.gz")))) {
            out.write(RULE.formatted("A", "r-1").getBytes(StandardCharsets.UTF_8));
        }
        try (var out = new ZipOutputStream(Files.newOutputStream(folder.resolve("more.zip")))) {
            for (String id : List.of("r-2", "r-3")) {
                out.putNextEntry(new ZipEntry("rules/" + id + ".yml"));
                out.write(RULE.formatted("A", id).getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        Files.writeString(folder.resolve("torn.zip"), "PK no archive");

        Import done = load("sigma");

        assertThat(done.changed()).isEqualTo(3);
        assertThat(done.problems()).extracting(Import.Problem::file).containsExactly("torn.zip");
    }

    @Test
    void anAttackBundleBecomesPages() throws IOException {
        Files.writeString(folder.resolve("bundle.json"), """
                {"type":"bundle","spec_version":"2.0","objects":[
                 {"type":"attack-pattern","id":"attack-pattern--1","name":"Burrowing",
                  "description":"Digs a [tunnel](https://x.example/t).(Citation: Someone 2020)",
                  "external_references":[{"source_name":"mitre-attack","external_id":"T9001"}],
                  "x_mitre_platforms":["Windows"]},
                 {"type":"attack-pattern","id":"attack-pattern--2","name":"Old","revoked":true,
                  "external_references":[{"source_name":"mitre-attack","external_id":"T9002"}]},
                 {"type":"intrusion-set","id":"intrusion-set--1","name":"Wombats","aliases":["Wombats","Diggers"],
                  "external_references":[{"source_name":"mitre-attack","external_id":"G9001"}]},
                 {"type":"tool","name":"nameless"},
                 {"type":"relationship","id":"relationship--1","relationship_type":"uses",
                  "source_ref":"intrusion-set--1","target_ref":"attack-pattern--1",
                  "description":"[Wombats](https://x.example) dig at night."}]}
                """);

        Import done = load("attack");

        assertThat(done.problems()).extracting(Import.Problem::reason).containsExactly("has no id");
        assertThat(store().ofRef(scope, "technique", "T9001", Language.EN))
                .extracting(Passage::kind, Passage::heading, Passage::text)
                .containsExactly(
                        tuple("technique", "Description", "Digs a tunnel."),
                        tuple("procedure", "Wombats (G9001)", "Wombats dig at night."));
        assertThat(store().documents(scope, "technique")).hasSize(1);
        assertThat(store().documents(scope, "group"))
                .singleElement()
                .satisfies(group -> assertThat(group.tags()).contains("Diggers"));
    }

    @Test
    void nothingReadableIsNothingFound() throws IOException {
        Files.writeString(folder.resolve("LICENSE"), "no rule");

        assertThat(load("sigma").foundAnything()).isFalse();
    }
}
