package dev.analystcopilot.api.llm.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.llm.LlmTool;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class ToolSpecsTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @Test
    void speaksTheProtocol() {
        assertThat(JSON.readTree(ToolSpecs.json(List.of(new Count())))).isEqualTo(JSON.readTree("""
                [{"type":"function","function":{"name":"count","description":"Counts \\"things\\".","parameters":{
                  "type":"object",
                  "properties":{
                    "what":{"type":"string","description":"of what"},
                    "most":{"type":"integer","description":"so many"},
                    "by":{"type":"string","description":"grouped","enum":["host","user"]}},
                  "required":["what"]}}}]"""));
    }

    @Test
    void standsInTheRequestBesideLongTexts() {
        var texts = new LongTexts();
        String mark = texts.shortened("long ".repeat(400));
        texts.tools(ToolSpecs.json(List.of(new Count())));

        var body = JSON.readTree(texts.into("{\"messages\":[{\"content\":\"" + mark + "\"}],\"stream\":true}\n"));

        assertThat(body.at("/messages/0/content").asString()).startsWith("long long");
        assertThat(body.at("/tools/0/function/name").asString()).isEqualTo("count");
        assertThat(body.path("stream").asBoolean()).isTrue();
    }

    private static final class Count implements LlmTool {
        @Override
        public String name() {
            return "count";
        }

        @Override
        public String description() {
            return "Counts \"things\".";
        }

        @Override
        public List<Parameter> parameters() {
            return List.of(
                    new Parameter("what", "of what", true),
                    Parameter.number("most", "so many"),
                    Parameter.oneOf("by", "grouped", List.of("host", "user")));
        }

        @Override
        public Answer call(Map<String, String> arguments) {
            return new Answer("", "");
        }
    }
}
