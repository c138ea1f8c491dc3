package dev.analystcopilot.triage.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NavigatorLayerTest {
    private static final CaseExport EXPORT = new CaseExport(TechniqueCatalog.load());
    private static final JsonNode LAYER =
            JsonMapper.shared().readTree(EXPORT.write(ExportedCase.full(), CaseExport.Format.NAVIGATOR));

    private static JsonNode technique(String id) {
        return LAYER.path("techniques")
                .valueStream()
                .filter(node -> node.path("techniqueID").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLayerSaysItsVersionAndDomain() {
        assertThat(LAYER.path("versions").path("layer").asString()).isEqualTo("4.5");
        assertThat(LAYER.path("domain").asString()).isEqualTo("enterprise-attack");
        assertThat(LAYER.path("name").asString()).startsWith("Web shell");
    }

    @Test
    void aTechniqueOfTwoStepsShowsTheSurer() {
        JsonNode shell = technique("T1505.003");

        assertThat(shell.path("tactic").asString()).isEqualTo("persistence");
        assertThat(shell.path("score").asInt()).isEqualTo(100);
        assertThat(shell.path("color").asString()).isEqualTo("#d64545");
        assertThat(shell.path("comment").asString()).contains("Step 2, succeeded", "Step 4, attempted");
        assertThat(shell.path("metadata").size()).isEqualTo(2);
    }

    @Test
    void theParentOfASubTechniqueIsUnfolded() {
        assertThat(technique("T1505").path("showSubtechniques").asBoolean()).isTrue();
        assertThat(technique("T1505").has("score")).isFalse();
    }

    @Test
    void hostileTextStaysAValue() {
        assertThat(technique("T1190").path("comment").asString()).contains(ExportedCase.HOSTILE);
        assertThat(LAYER.has("type")).isFalse();
    }

    @Test
    void fileNamesAreTame() {
        assertThat(EXPORT.fileName(ExportedCase.full(), CaseExport.Format.NAVIGATOR))
                .isEqualTo("case-1.navigator.json");
    }

    @Test
    void formatsGoByName() {
        assertThat(CaseExport.Format.of("Stix")).contains(CaseExport.Format.STIX);
        assertThat(CaseExport.Format.of("pdf")).isEmpty();
    }
}
