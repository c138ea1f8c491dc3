package dev.analystcopilot.knowledge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.embedded.TestDatabase;
import dev.analystcopilot.knowledge.postgres.PassageStore.Passage;
import dev.analystcopilot.knowledge.postgres.PassageStore.StoredDocument;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Files made to break an import: each is named, and the good file beside it is stored.
@Tag("slow")
class HostileFilesTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final String RULE = """
            title: %s
            id: %s
            logsource: {product: windows}
            detection: {selection: {Image: wombat.exe}, condition: selection}
            """;

    @TempDir
    private Path folder;

    private final Scope scope = Scope.analyst("t" + UUID.randomUUID());

    @BeforeEach
    void aGoodFileStandsBeside() throws IOException {
        put("good.yml", RULE.formatted("Good", "good"));
        put("good.md", "# Good\n\nThe wombat sleeps.\n");
    }

    private void put(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private Import load(String kind) {
        return new KnowledgeImporter(DB.database())
                .importPath(scope, folder, ImportRequest.of(kind), ImportListener.none());
    }

    private static List<String> named(Import done) {
        return done.problems().stream().map(Import.Problem::file).toList();
    }

    private List<String> stored(String kind) {
        return DB.database().passages().documents(scope, kind).stream()
                .map(StoredDocument::ref)
                .toList();
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void rulesThatBreakReaders() throws IOException {
        put("aliases.yml", RULE.formatted("Laughs", "laughs") + """
                a: &a [lol, lol]
                b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
                c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
                """);
        put("deep.yml", "title: x\ndetection: " + "[\n".repeat(20_000));
        put("long.yml", RULE.formatted("Long", "long") + "description: " + "a".repeat(50 << 20) + "\n");
        put("id.yml", RULE.formatted("Id", "i".repeat(5_000)));
        put("empty.yml", "");
        put("zero.yml", RULE.formatted("Ze\u0000ro", "zero"));
        Files.write(folder.resolve("bytes.yml"), new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xfe});

        Import done = load("sigma");

        assertThat(stored("rule")).contains("good");
        assertThat(named(done))
                .map(name -> name.replaceFirst(",.*", ""))
                .containsExactly("aliases.yml", "bytes.yml", "deep.yml", "empty.yml", "id.yml", "long.yml", "zero.yml");
        assertThat(done.problems().getFirst().reason()).contains("aliases are not read");
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void documentsThatBreakReaders() throws IOException {
        put("huge.md", "a".repeat(50 << 20));
        put("line.md", "# Line\n\n" + words(10_000));
        put("word.md", "# Word\n\n" + "a".repeat(100_000));
        put("heading.md", "# Heading\n\n## " + "h".repeat(100_000) + "\n\none\n\n## two\n\ntwo\n");
        put("zero.html", "<html><body><h1>Zero</h1><p>a&#0;b\u0000c</p></body></html>");
        put("kind.md", "---\nkind: " + "k".repeat(5_000) + "\n---\n# Kind\n\nText.\n");
        put("empty.md", "");
        Files.write(folder.resolve("bytes.md"), new byte[] {(byte) 0xff, (byte) 0xff, (byte) 0xfe});

        Import done = load("document");

        assertThat(named(done)).containsExactlyInAnyOrder("huge.md", "kind.md", "empty.md", "bytes.md");
        assertThat(stored("document")).contains("good", "line", "word", "heading", "zero");
        assertThat(DB.database().passages().ofRef(scope, "document", "line", Language.EN))
                .extracting(Passage::text)
                .allMatch(text -> text.length() < 5_000)
                .hasSizeGreaterThan(20);
    }

    @Test
    void zerosInJsonAreNoText() throws IOException {
        put("kev.json", """
                {"vulnerabilities":[{"cveID":"CVE-2099-0001","vulnerabilityName":"Ze\\u0000ro \\ud800"}]}
                """);

        assertThat(load("kev").changed()).isEqualTo(1);
    }

    @Test
    void whatIsMoreThanTheMemoryHoldsIsNamedAndKeepsWhatWasStored() throws IOException {
        put("large.md", "# Large\n\n" + words(1_000));
        var reading = new Reading(Sources.standard().of("document"), ImportListener.none(), 2_000);
        for (String name : List.of("good.md", "large.md")) {
            reading.file(name, Files.readAllBytes(folder.resolve(name)));
        }

        Reading.Result read = reading.finish();

        assertThat(read.found()).extracting(Reading.Found::file).containsExactly("good.md");
        assertThat(read.unreadable()).isEqualTo(Set.of("large.md"));
        assertThat(read.problems())
                .singleElement()
                .extracting(Import.Problem::reason)
                .asString()
                .contains("import a part at a time");
    }

    private static String words(int count) {
        var random = new Random(7);
        return random.ints(count, 0, 5_000).mapToObj(number -> "word" + number).collect(Collectors.joining(" "));
    }
}
