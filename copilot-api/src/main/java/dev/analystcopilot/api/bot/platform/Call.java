package dev.analystcopilot.api.bot.platform;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.api.failure.ApiFailure;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One request of a platform, as it came.
///
/// @param body byte for byte, as text in UTF-8: signatures are over it
public record Call(HttpHeaders headers, MultiValueMap<String, String> query, String body) {
    public Call {
        requireNonNull(headers, "headers");
        requireNonNull(query, "query");
        requireNonNull(body, "body");
    }

    /// Empty if it is absent.
    String header(String name) {
        String value = headers.getFirst(name);
        return value == null ? "" : value;
    }

    /// Empty if it is absent.
    String parameter(String name) {
        String value = query.getFirst(name);
        return value == null ? "" : value;
    }

    byte[] bytes() {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    JsonNode json() {
        return json(body);
    }

    static JsonNode json(String text) {
        try {
            JsonNode read = JsonMapper.shared().readTree(text);
            if (read != null && read.isObject()) {
                return read;
            }
        } catch (JacksonException e) {
            throw new ApiFailure.BadRequest("the body is no JSON");
        }
        throw new ApiFailure.BadRequest("the body is a JSON object");
    }

    /// Headers hold tokens: none of this belongs into a log.
    @Override
    public String toString() {
        return "Call[" + body.length() + " characters]";
    }
}
