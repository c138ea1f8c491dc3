package dev.analystcopilot.knowledge.source.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.analystcopilot.knowledge.document.UnreadableDocumentException;
import dev.analystcopilot.knowledge.source.Draft;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplunkSourceTest {
    private static final String DETECTION = """
            name: Wombat Burrow Created
            id: 0b1d5a3e-0000-4000-8000-000000000001
            status: %s
            description: Notices a wombat that digs under the fence.
            search: '| tstats count where process=wombat.exe'
            how_to_implement: Collect process events.
            known_false_positives: Gardeners.
            tags:
              analytic_story: [Garden Damage]
              asset_type: Endpoint
              cve: [CVE-2099-0001]
              mitre_attack_id: [T1053.005, no technique, T1053.005]
            """;

    private final SplunkSource source = new SplunkSource();

    private Draft read(String file, String text) throws IOException {
        return ReadDrafts.of(source, file, text).only();
    }

    @Test
    void aDetectionSaysWhatItIsAboutAndOnlyThatGetsAVector() throws IOException {
        Draft draft = read("detections/endpoint/wombat.yml", DETECTION.formatted("production"));

        assertThat(draft.kind()).isEqualTo("analytic");
        assertThat(draft.ref()).isEqualTo("0b1d5a3e-0000-4000-8000-000000000001");
        assertThat(draft.techniques()).containsExactly("T1053.005");
        assertThat(draft.tags()).containsExactly("Garden Damage", "CVE-2099-0001", "Endpoint");
        assertThat(draft.parts())
                .extracting(Draft.Part::heading, Draft.Part::text, Draft.Part::embed)
                .containsExactly(
                        tuple("Description", "Notices a wombat that digs under the fence.", true),
                        tuple("Known false positives", "Gardeners.", false),
                        tuple("How to implement", "Collect process events.", false),
                        tuple("Search", "| tstats count where process=wombat.exe", false));
    }

    @ParameterizedTest
    @CsvSource({"content.zip!detections/deprecated/wombat.yml,production", "detections/endpoint/wombat.yml,deprecated"})
    void whatIsDeprecatedSaysSoAndIsFoundByWordsOnly(String file, String status) throws IOException {
        Draft draft = read(file, DETECTION.formatted(status));

        assertThat(draft.tags()).contains("deprecated");
        assertThat(draft.parts()).noneMatch(Draft.Part::embed);
    }

    @Test
    void aStoryIsToldByItsNarrative() throws IOException {
        Draft story = read("stories/garden.yml", """
                name: Garden Damage
                id: garden-damage
                description: Who digs?
                narrative: |
                  Wombats dig at night.

                  So do others.
                """);

        assertThat(story.kind()).isEqualTo("story");
        assertThat(story.parts()).extracting(Draft.Part::heading).containsExactly("Description", "Narrative");
    }

    @ParameterizedTest
    @ValueSource(strings = {"type: Investigation\nsearch: '| search x'", "type: Response\nplaybook: close_fence"})
    void playbooksAndInvestigationsAreStepsToTake(String lines) throws IOException {
        Draft draft = read("x/steps.yml", "name: Close the fence\ndescription: Closes it.\n" + lines + "\n");

        assertThat(draft.kind()).isEqualTo("playbook");
        assertThat(draft.ref()).isEqualTo("steps");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "macros/a.yml",
                "content.zip!baselines/a.yml",
                "content.zip!baselines/deprecated/a.yml",
                "x/lookups/a.yaml",
                "LICENSE",
                "detections/a.json"
            })
    void otherFilesAreLeftAlone(String file) {
        assertThat(source.takes(file)).isFalse();
    }

    @Test
    void whatIsNoSplunkContentIsNamed() {
        assertThatThrownBy(() -> read("a.yml", "colour: blue\n"))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining("has no name");
        assertThatThrownBy(() -> read("a.yml", "name: Empty\nnarrative: ''\n"))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining("says nothing");
        assertThatThrownBy(() -> read("a.yml", "name: [unclosed\n"))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining("is not valid YAML");
    }
}
