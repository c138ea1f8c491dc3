package dev.analystcopilot.triage.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.analystcopilot.triage.Told;
import dev.analystcopilot.triage.correlate.CaseDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A site's own scenarios: used without code, or refused with the place and the remedy.
class ScenarioReaderTest {
    private static final String GOOD = """
            scenarios:
              - id: turbine-stop
                title: {en: Turbine stopped, zh: 风机停机}
                runbook: turbine
                match:
                  - {weight: 0.8, words: 'turbine (halted|stop)'}
                questions:
                  - en: Who is on site at {host}?
                    zh: 谁在 {host} 现场？
                    search: {entity: '{host}', from: '{first} - 2h', to: '{last}'}
            """;

    @TempDir
    Path folder;

    @Test
    void anOwnScenarioNeedsNoCode() throws IOException {
        Files.writeString(folder.resolve("own.yaml"), GOOD);
        CaseDraft draft = Told.draft(Told.at(0).on("wind-7").named("Turbine halted"));

        assertThat(Scenarios.load(folder).of(draft, Told.chain(draft)))
                .extracting(ScenarioMatch::id)
                .contains("turbine-stop");
    }

    @Test
    void anOwnScenarioTakesThePlaceOfAShippedOne() throws IOException {
        Files.writeString(folder.resolve("own.yml"), GOOD.replace("turbine-stop", "ransomware"));
        CaseDraft draft = Told.draft(Told.at(0).on("pc-1").says("T1486"));

        assertThat(Scenarios.load(folder).of(draft, Told.chain(draft)))
                .extracting(ScenarioMatch::id)
                .doesNotContain("ransomware");
    }

    @Test
    void theDataFolderIsReadWhereNoneIsNamed() throws IOException {
        Files.writeString(Files.createDirectory(folder.resolve("scenarios")).resolve("own.yaml"), GOOD);

        assertThat(Scenarios.ofSite(Map.of(), Optional.of(folder)).ids()).contains("turbine-stop");
    }

    @Test
    void aFolderThatIsMissingIsNamed() {
        var named = Map.of(Scenarios.VARIABLE, folder.resolve("none").toString());

        assertThatThrownBy(() -> Scenarios.ofSite(named, Optional.empty()))
                .isInstanceOf(InvalidScenarioException.class)
                .hasMessageContaining("none")
                .hasMessageContaining("COPILOT_SCENARIOS");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weight: 0.8       | weight: much      | match[1].weight | weight: 0.6",
                "weight: 0.8       | weight: 8         | match[1].weight | above 0",
                "words:            | wrods:            | match[1].wrods  | Known here",
                "stop)'           | stop'             | match[1].words  | backslash",
                ", zh: 风机停机    | ''                | title.zh        | both languages",
                "from: '{first} -  | from: '{begin} -  | questions[1].search.from | {first} - 24h",
                "entity: '{host}'  | entity: '{plant}' | questions[1].search.entity | {user}",
                "at {host}?        | at {plant}?       | questions[1]    | Known: {host}",
                "runbook: turbine  | runbook: Turbine! | runbook         | small letters",
                "match:            | matches:          | matches         | Known here",
            })
    void aMistakeIsToldWithItsPlaceAndRemedy(String right, String wrong, String field, String remedy)
            throws IOException {
        Files.writeString(folder.resolve("own.yaml"), GOOD.replace(right, wrong));

        assertThatThrownBy(() -> Scenarios.load(folder))
                .isInstanceOf(InvalidScenarioException.class)
                .hasMessageContaining("own.yaml")
                .hasMessageContaining("turbine-stop")
                .hasMessageContaining("'" + field + "'")
                .hasMessageContaining(remedy);
    }

    @Test
    void whatIsNoYamlIsNamedWithItsLine() throws IOException {
        Files.writeString(folder.resolve("own.yaml"), "scenarios:\n  - id: [x\n");

        assertThatThrownBy(() -> Scenarios.load(folder))
                .hasMessageContaining("own.yaml")
                .hasMessageContaining("line");
    }

    @Test
    void oneIdTwiceInAFileIsRefused() throws IOException {
        Files.writeString(folder.resolve("own.yaml"), GOOD + GOOD.substring(GOOD.indexOf('\n') + 1));

        assertThatThrownBy(() -> Scenarios.load(folder)).hasMessageContaining("twice");
    }
}
