package dev.analystcopilot.api.openai;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/// What goes over the wire: a whole completion, or a piece of one.
///
/// @param object `chat.completion` or `chat.completion.chunk`
/// @param usage of a whole completion, and of the last piece if it was asked for
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record Completion(
        String id,
        String object,
        long created,
        String model,
        String systemFingerprint,
        List<Choice> choices,
        @Nullable Usage usage,
        @Nullable Facts copilot) {
    Completion {
        choices = List.copyOf(choices);
    }

    /// Either a message or a delta. `finish_reason` is always there, null before the end.
    @JsonNaming(SnakeCaseStrategy.class)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Choice(
            int index,
            @Nullable Message message,
            @Nullable Message delta,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            String finishReason,

            @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable
            Object logprobs) {

        static Choice whole(String text, String finishReason) {
            return new Choice(0, new Message("assistant", text), null, finishReason, null);
        }

        static Choice piece(Message delta) {
            return new Choice(0, null, delta, null, null);
        }

        static Choice end(String finishReason) {
            return new Choice(0, null, new Message(null, null), finishReason, null);
        }
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Message(@Nullable String role, @Nullable String content) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Usage(int promptTokens, int completionTokens, int totalTokens) {
        static Usage of(int prompt, int completion) {
            return new Usage(prompt, completion, prompt + completion);
        }
    }
}
