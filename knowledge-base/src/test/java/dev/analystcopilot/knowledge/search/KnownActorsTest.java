package dev.analystcopilot.knowledge.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.embedded.TestDatabase;
import dev.analystcopilot.knowledge.intake.ImportListener;
import dev.analystcopilot.knowledge.intake.ImportRequest;
import dev.analystcopilot.knowledge.intake.KnowledgeImporter;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("slow")
class KnownActorsTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final Scope SITE = Scope.analyst("acme");
    private static final String BUNDLE = """
            {"type":"bundle","objects":[
             {"type":"intrusion-set","id":"intrusion-set--1","name":"Wombat7","aliases":["Wombat7","Night Diggers"],
              "external_references":[{"source_name":"mitre-attack","external_id":"G9001"}]},
             {"type":"tool","id":"tool--1","name":"Mimikatz","x_mitre_platforms":["Windows"],
              "external_references":[{"source_name":"mitre-attack","external_id":"S9002"}]}]}
            """;

    @TempDir
    private static Path folder;

    private final KnownActors actors = new KnownActors(DB.database().passages(), InstantSource.fixed(Instant.EPOCH));

    @BeforeAll
    static void load() throws IOException {
        Files.writeString(folder.resolve("bundle.json"), BUNDLE);
        var done = new KnowledgeImporter(DB.database())
                .importPath(SITE, folder, ImportRequest.of("attack"), ImportListener.none());
        assertThat(done.changed()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "What does Wombat7 use?, G9001",
        "who are the night diggers, G9001",
        "Mimikatz, S9002",
        "主机上发现Mimikatz怎么办, S9002",
        "发现猕猴桃怎么处置, S9002"
    })
    void aPageIsKnownByEachOfItsNames(String question, String ref) {
        assertThat(actors.in(question, SITE, Set.of())).containsExactly(ref);
    }

    @Test
    void platformsAreNoNames() {
        assertThat(actors.in("Windows", SITE, Set.of())).isEmpty();
    }

    @Test
    void nothingIsNamedWhereOnlyOtherKindsAreLookedFor() {
        assertThat(actors.in("Mimikatz", SITE, Set.of("rule"))).isEmpty();
    }

    @Test
    void anotherTenantsPagesAreNotKnown() {
        assertThat(actors.in("Mimikatz", Scope.analyst("other"), Set.of())).isEmpty();
    }
}
