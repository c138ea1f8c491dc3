package dev.analystcopilot.knowledge.technique;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.analystcopilot.embeddings.text.BgeEmbedder;
import dev.analystcopilot.knowledge.document.PassageEmbedding;
import dev.analystcopilot.knowledge.embedded.TestDatabase;
import dev.analystcopilot.knowledge.intake.ImportListener;
import dev.analystcopilot.knowledge.intake.ImportRequest;
import dev.analystcopilot.knowledge.intake.KnowledgeImporter;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.text.Embedders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// With a bundle of two techniques that no ATT&CK has, and without any.
@Tag("slow")
class TechniqueMapperTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final Embedders EMBEDDERS = new Embedders(BgeEmbedder.english(), BgeEmbedder.chinese());
    private static final Scope WITH_PAGES = Scope.analyst("with-pages");
    private static final Scope WITHOUT_PAGES = Scope.analyst("without-pages");

    private static final String BUNDLE = """
            {"type": "bundle", "id": "bundle--1", "objects": [
             {"type": "attack-pattern", "id": "attack-pattern--1", "name": "Wombat Tunnelling",
              "description": "Adversaries may let a wombat dig a burrow beneath the perimeter fence.",
              "external_references": [{"source_name": "mitre-attack", "external_id": "T9001"}]},
             {"type": "attack-pattern", "id": "attack-pattern--2", "name": "Parrot Eavesdropping",
              "description": "Adversaries may have a parrot repeat what is said in a meeting room.",
              "external_references": [{"source_name": "mitre-attack", "external_id": "T9002"}]},
             {"type": "course-of-action", "id": "course-of-action--1", "name": "Concrete Floor",
              "description": "A floor that no marsupial digs through.",
              "external_references": [{"source_name": "mitre-attack", "external_id": "M9001"}]},
             {"type": "intrusion-set", "id": "intrusion-set--1", "name": "Outback Bear",
              "description": "A group that keeps animals.",
              "external_references": [{"source_name": "mitre-attack", "external_id": "G9001"}]},
             {"type": "relationship", "id": "relationship--1", "relationship_type": "mitigates",
              "source_ref": "course-of-action--1", "target_ref": "attack-pattern--1",
              "description": "Pour basalt slabs under the courtyard."},
             {"type": "relationship", "id": "relationship--2", "relationship_type": "uses",
              "source_ref": "intrusion-set--1", "target_ref": "attack-pattern--2",
              "description": "Outback Bear trained a cockatoo to recite passphrases."}]}
            """;

    private static TechniqueMapper mapper;

    @BeforeAll
    static void load(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("bundle.json"), BUNDLE);
        var _ = new KnowledgeImporter(DB.database())
                .importPath(WITH_PAGES, folder, ImportRequest.of("attack"), ImportListener.none());
        new PassageEmbedding(DB.database(), EMBEDDERS).embedUntilComplete(WITH_PAGES, (done, total) -> {});
        mapper = new TechniqueMapper(DB.database(), EMBEDDERS);
    }

    @AfterAll
    static void close() throws Exception {
        mapper.close();
        EMBEDDERS.english().close();
        EMBEDDERS.chinese().close();
    }

    private static List<String> ids(Scope scope, String text) {
        return mapper.map(scope, text, 3).stream().map(TechniqueMatch::id).toList();
    }

    @Test
    void importedPagesAreFound() {
        assertThat(ids(WITH_PAGES, "Which technique lets a wombat dig beneath the perimeter fence?"))
                .startsWith("T9001");
    }

    @Test
    void aMitigationLeadsToItsTechnique() {
        assertThat(ids(WITH_PAGES, "What do basalt slabs under the courtyard help against?"))
                .startsWith("T9001");
    }

    @Test
    void anExampleSaysWhy() {
        TechniqueMatch match = mapper.map(WITH_PAGES, "They trained a cockatoo to recite passphrases", 100).stream()
                .filter(one -> one.id().equals("T9002"))
                .findFirst()
                .orElseThrow();

        assertThat(match.why().example().orElseThrow().by()).contains("Outback Bear");
    }

    @Test
    void anotherTenantsPagesAreNotSeen() {
        assertThat(ids(WITHOUT_PAGES, "Which technique lets a wombat dig beneath the perimeter fence?"))
                .doesNotContain("T9001");
    }

    @Test
    void theClassifiersAnswerWithoutPages() {
        assertThat(ids(WITHOUT_PAGES, "The malware dumped credentials from LSASS memory with Mimikatz"))
                .startsWith("T1003.001");
    }

    @Test
    void aChineseTextIsUnderstood() {
        assertThat(ids(WITHOUT_PAGES, "攻击者使用 schtasks 创建计划任务实现持久化")).startsWith("T1053.005");
    }

    @Test
    void theIdInAQuestionComesFirst() {
        assertThat(ids(WITHOUT_PAGES, "Which mitigation is recommended for T1574.001?"))
                .startsWith("T1574.001");
    }

    @Test
    void confidencesAreShares() {
        assertThat(mapper.map(WITHOUT_PAGES, "The service was stopped and disabled", 100))
                .allSatisfy(match -> assertThat(match.confidence()).isBetween(0.0, 1.0));
    }

    @Test
    void aBlankTextDescribesNothing() {
        assertThat(mapper.map(WITH_PAGES, " ", 3)).isEmpty();
    }

    @Test
    void moreThanThereMayBeIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> mapper.map(WITH_PAGES, "text", 101));
    }
}
