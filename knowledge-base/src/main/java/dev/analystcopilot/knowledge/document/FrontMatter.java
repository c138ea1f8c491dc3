package dev.analystcopilot.knowledge.document;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What a document says of itself above its text: `key: value`, `key: [a, b]`, or a list of dashed lines.
public record FrontMatter(Map<String, List<String>> values) {

    public FrontMatter {
        values = Map.copyOf(values);
    }

    /// The value, or the given one if there is none.
    public String text(String key, String otherwise) {
        List<String> found = values.getOrDefault(key, List.of());
        return found.isEmpty() || found.getFirst().isBlank() ? otherwise : unquoted(found.getFirst());
    }

    /// @throws UnreadableDocumentException if there is none
    public String required(String key) {
        String value = text(key, "");
        if (value.isEmpty()) {
            throw new UnreadableDocumentException("the front matter has no '" + key + "'");
        }
        return value;
    }

    public List<String> list(String key) {
        return values.getOrDefault(key, List.of()).stream()
                .flatMap(FrontMatter::inline)
                .map(FrontMatter::unquoted)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static Stream<String> inline(String value) {
        String text = value.strip();
        return text.startsWith("[") && text.endsWith("]")
                ? Stream.of(text.substring(1, text.length() - 1).split(","))
                : Stream.of(text);
    }

    private static String unquoted(String value) {
        String text = value.strip();
        boolean quoted = text.length() > 1
                && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                && text.charAt(text.length() - 1) == text.charAt(0);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }
}
