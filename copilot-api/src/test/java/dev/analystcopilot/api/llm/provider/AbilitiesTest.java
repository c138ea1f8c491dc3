package dev.analystcopilot.api.llm.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.llm.LlmFailure.Kind;
import dev.langchain4j.exception.HttpException;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AbilitiesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"data\":[{\"id\":\"m\",\"max_model_len\":8192}]}",
                "{\"data\":[{\"id\":\"other\",\"max_model_len\":1},{\"id\":\"m\",\"context_length\":8192}]}",
                "{\"data\":[{\"id\":\"file.gguf\",\"meta\":{\"n_ctx_train\":131072,\"n_ctx\":8192}}]}"
            })
    void readsTheContextFromWhatServersTell(String body) {
        assertThat(Abilities.contextOf(body, "m")).hasValue(8_192);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<html>", "{}", "{\"data\":[{\"id\":\"m\"}]}", "{\"data\":[{\"id\":\"m\",\"n_ctx\":\"x\"}]}"
            })
    void knowsNothingWhereNothingIsTold(String body) {
        assertThat(Abilities.contextOf(body, "m")).isEqualTo(OptionalInt.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "registry.ollama.ai/library/x does not support tools|NO_TOOLS",
                "tools param requires --jinja flag|NO_TOOLS",
                "This model's maximum context length is 8192 tokens|TOO_LONG",
                "the request exceeds the available context size|TOO_LONG",
                "unknown field temperature|REFUSED"
            })
    void sortsRefusals(String message, Kind kind) {
        assertThat(Failures.of(new HttpException(400, message)).kind()).isEqualTo(kind);
    }

    @Test
    void anyServerErrorIsAFault() {
        assertThat(Failures.of(new HttpException(503, "no tools here")).kind()).isEqualTo(Kind.BROKEN);
    }
}
