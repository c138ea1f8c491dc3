package dev.analystcopilot.api.llm.provider;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Tells the events of a stream that say words and nothing else, as nearly all do. The library keeps something of every
/// event that it gets, and all words, until the answer is complete; so it gets only those that it is needed for: calls,
/// thoughts, the end, the usage, faults.
final class Words {
    private static final JsonMapper JSON = JsonMapper.shared();

    private Words() {}

    /// The words; null where the event says anything else, or cannot be read.
    static @Nullable String in(String data) {
        if (!data.startsWith("{")) {
            return null;
        }
        try {
            JsonNode chunk = JSON.readTree(data);
            JsonNode choices = chunk.path("choices");
            JsonNode choice = choices.path(0);
            boolean plain = choices.size() == 1
                    && nothing(chunk.path("usage"))
                    && nothing(chunk.path("error"))
                    && nothing(choice.path("finish_reason"));
            return plain ? words(choice.path("delta")) : null;
        } catch (JacksonException e) {
            // The library says what is wrong with it.
            return null;
        }
    }

    private static @Nullable String words(JsonNode delta) {
        boolean more = delta.properties().stream()
                .anyMatch(field -> !field.getKey().equals("content")
                        && !field.getKey().equals("role")
                        && !nothing(field.getValue()));
        JsonNode content = delta.path("content");
        return more || !content.isString() || content.stringValue().isEmpty() ? null : content.stringValue();
    }

    private static boolean nothing(JsonNode value) {
        return value.isMissingNode()
                || value.isNull()
                || (value.isContainer() && value.isEmpty())
                || (value.isString() && value.stringValue().isEmpty());
    }
}
