package dev.analystcopilot.knowledge.postgres;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/// The details of an alert as the database holds them: a JSON object of texts, or null where there are none.
final class Details {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private Details() {}

    static @Nullable String json(Map<String, String> details) {
        return details.isEmpty() ? null : MAPPER.writeValueAsString(details);
    }

    static Map<String, String> of(@Nullable String json) {
        if (json == null) {
            return Map.of();
        }
        var details = new TreeMap<String, String>();
        try (JsonParser parser = MAPPER.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = parser.currentName();
                parser.nextToken();
                details.put(key, parser.getString());
            }
        }
        return details;
    }
}
