package dev.analystcopilot.api.llm.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.llm.provider.Line;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanTest {
    private static final Set<String> TOOLS = Set.of("get_case", "search_alerts");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"calls\":[{\"tool\":\"get_case\",\"arguments\":{\"id\":\"c1\"}}]}",
                "Sure! Here is the plan:\n```json\n{\"calls\": [{\"tool\": \"get_case\", \"arguments\": {\"id\": \"c1\"},},]}\n```",
                "[{\"name\":\"get_case\",\"parameters\":{\"id\":\"c1\"}}]",
                "<tool_call>{\"name\": \"get_case\", \"arguments\": \"{\\\"id\\\":\\\"c1\\\"}\"}</tool_call>",
                "{\"function\":{\"name\":\"get_case\",\"arguments\":{\"id\":\"c1\"}}}",
                "{'plan': [{'action': 'get_case', 'input': {'id': 'c1'}}]}"
            })
    void readsWhatModelsWrite(String text) {
        assertThat(Plan.of(text, TOOLS)).singleElement().satisfies(call -> {
            assertThat(call.tool()).isEqualTo("get_case");
            assertThat(call.arguments()).isEqualToIgnoringWhitespace("{\"id\":\"c1\"}");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "I do not know.", "{\"calls\":[]}", "{broken", "{\"tool\":\"rm\",\"arguments\":{}}", "]]]{{{"
            })
    void findsNoneWhereThereIsNone(String text) {
        assertThat(Plan.of(text, TOOLS)).isEmpty();
    }

    @Test
    void takesThreeAtMost() {
        String one = "{\"tool\":\"search_alerts\",\"arguments\":{}}";

        assertThat(Plan.of("[" + String.join(",", one, one, one, one, one) + "]", TOOLS))
                .hasSize(3)
                .extracting(Line.Call::tool)
                .containsOnly("search_alerts");
    }

    @Test
    void tellsWordsFromCalls() {
        assertThat(Plan.mayBeCall("<tool")).isTrue();
        assertThat(Plan.mayBeCall("  {")).isTrue();
        assertThat(Plan.mayBeCall("The web shell")).isFalse();
        assertThat(Plan.mayBeCall("[1] shows")).isFalse();
    }
}
