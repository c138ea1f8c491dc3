package dev.analystcopilot.knowledge.attack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.text.Bilingual;
import org.junit.jupiter.api.Test;

class TechniqueCatalogTest {
    private final TechniqueCatalog catalog = TechniqueCatalog.load();

    @Test
    void aSubTechniqueCarriesItsParentsName() {
        assertThat(catalog.technique("T1505.003").orElseThrow().name().en())
                .isEqualTo("Server Software Component: Web Shell");
    }

    @Test
    void anUnknownSubTechniqueYieldsItsParent() {
        assertThat(catalog.technique("T1059.999").orElseThrow().id()).isEqualTo("T1059");
    }

    @Test
    void tacticsAreOrderedAsInTheMatrix() {
        assertThat(catalog.technique("T1078").orElseThrow().tactics())
                .extracting(Tactic::order)
                .isSorted()
                .hasSize(4);
    }

    @Test
    void tacticsHaveBothNames() {
        assertThat(catalog.tactic("TA0043").orElseThrow().name()).isEqualTo(new Bilingual("Reconnaissance", "侦察"));
    }
}
