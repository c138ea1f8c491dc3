package dev.analystcopilot.knowledge.source.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.analystcopilot.knowledge.document.UnreadableDocumentException;
import dev.analystcopilot.knowledge.source.Draft;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KevSourceTest {
    private static final String CATALOGUE = """
            {"title":"Catalogue","count":2,"vulnerabilities":[
             {"cveID":"CVE-2099-0001","vendorProject":"Fence Works","product":"Gate",
              "vulnerabilityName":"Fence Works Gate Lock Bypass","dateAdded":"2099-01-02","dueDate":"2099-01-23",
              "shortDescription":"The gate opens for wombats.","requiredAction":"Close the gate.",
              "knownRansomwareCampaignUse":"Known"},
             {"vendorProject":"Nobody"},
             {"cveID":"CVE-2099-0002"}]}
            """;

    private final KevSource source = new KevSource();

    private ReadDrafts read(String text) throws IOException {
        return ReadDrafts.of(source, "kev.json", text);
    }

    @Test
    void aVulnerabilitySaysWhatToDoAndSinceWhen() throws IOException {
        Draft first = read(CATALOGUE).found().getFirst();

        assertThat(first.ref()).isEqualTo("CVE-2099-0001");
        assertThat(first.kind()).isEqualTo("vulnerability");
        assertThat(first.title()).isEqualTo("CVE-2099-0001 Fence Works Gate Lock Bypass");
        assertThat(first.tags()).containsExactly("Fence Works", "Gate");
        assertThat(first.parts()).singleElement().satisfies(part -> {
            assertThat(part.embed()).isTrue();
            assertThat(part.text()).isEqualTo("""
                    The gate opens for wombats.
                    Action: Close the gate.
                    Exploited since: 2099-01-02
                    Due: 2099-01-23
                    Ransomware campaigns: Known""");
        });
    }

    @Test
    void anEntryWithoutANumberIsNamedAndABareNumberIsEnough() throws IOException {
        ReadDrafts read = read(CATALOGUE);

        assertThat(read.problems()).containsExactly("vulnerability 2: has no cveID");
        assertThat(read.found()).extracting(Draft::ref).containsExactly("CVE-2099-0001", "CVE-2099-0002");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"vulnerabilities\":7}", "{\"vulnerabilities\":[{\"cveID\":", "", "\u0000"})
    void whatIsNoCatalogueIsNamed(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageMatching("(?s)(there is no list of|is not valid JSON).*");
    }

    @Test
    void theSchemaBesideItIsLeftAlone() {
        assertThat(source.takes("kev/known_exploited_vulnerabilities.json")).isTrue();
        assertThat(source.takes("kev/known_exploited_vulnerabilities_schema.json"))
                .isFalse();
    }
}
