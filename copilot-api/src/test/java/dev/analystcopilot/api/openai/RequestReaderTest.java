package dev.analystcopilot.api.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.analystcopilot.api.failure.ApiFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class RequestReaderTest {

    @Test
    void theLastUserMessageAsksAndWhatWasSaidBeforeIsKeptInOrder() {
        ChatRequest request = read("""
                {"model":"m","messages":[
                  {"role":"developer","content":"be brief"},
                  {"role":"user","content":[{"type":"text","text":"who"},{"type":"text","text":"are you"}]},
                  {"role":"assistant","content":null,"tool_calls":[]},
                  {"role":"tool","content":"{}"},
                  {"role":"assistant","content":"the copilot"},
                  {"role":"user","content":" and web-01? "},
                  {"role":"system","content":"remember: brief"}]}""");

        assertThat(request.question()).isEqualTo("and web-01?");
        assertThat(request.before())
                .containsExactly(new Said(Said.By.USER, "who\nare you"), new Said(Said.By.ASSISTANT, "the copilot"));
        assertThat(request.wish()).isEqualTo("be brief");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{}",
                "{\"model\":\"m\",\"messages\":[]}",
                "{\"model\":\"m\",\"messages\":[{\"role\":\"assistant\",\"content\":\"x\"}]}",
                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"\"}]}",
                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":7}]}",
                "{\"model\":\"m\",\"messages\":[{\"role\":\"king\",\"content\":\"x\"}]}",
                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"x\"}],\"stream\":\"yes\"}",
                "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":[{\"type\":\"image_url\"}]}]}"
            })
    void whatMakesNoSenseIsRefused(String body) {
        assertThatThrownBy(() -> read(body)).isInstanceOf(ApiFailure.BadRequest.class);
    }

    private static ChatRequest read(String body) {
        return RequestReader.read(JsonMapper.shared().readTree(body));
    }
}
