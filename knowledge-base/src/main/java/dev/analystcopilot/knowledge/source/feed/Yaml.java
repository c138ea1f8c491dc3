package dev.analystcopilot.knowledge.source.feed;

import dev.analystcopilot.knowledge.document.UnreadableDocumentException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/// YAML files of one or more documents.
final class Yaml {
    private final YAMLMapper mapper = new YAMLMapper();

    /// The documents of a file as they were written, in order; lines of dashes stand between them.
    static List<String> documents(String text) {
        var documents = new ArrayList<String>();
        var current = new StringBuilder();
        text.lines().forEach(line -> {
            if (line.startsWith("---") && line.strip().chars().allMatch(c -> c == '-')) {
                documents.add(current.toString());
                current.setLength(0);
            } else {
                current.append(line).append('\n');
            }
        });
        documents.add(current.toString());
        return documents.stream().filter(Yaml::saysSomething).toList();
    }

    private static boolean saysSomething(String document) {
        return document.lines()
                .map(String::strip)
                .anyMatch(line -> !line.isEmpty() && !line.startsWith("#") && !line.equals("..."));
    }

    /// @throws UnreadableDocumentException with the place where it breaks
    JsonNode parse(String document) {
        try {
            JsonNode node = mapper.readTree(basic(document));
            if (!node.isObject()) {
                throw new UnreadableDocumentException("is not a list of 'key: value' lines");
            }
            return node;
        } catch (JacksonException e) {
            String message = e.getOriginalMessage() == null ? "broken" : e.getOriginalMessage();
            throw new UnreadableDocumentException(
                    "is not valid YAML: " + message.lines().findFirst().orElse(message));
        }
    }

    /// The reader of snakeyaml-engine fails on a pair of surrogates that its buffer cuts in two: such characters
    /// (drawings
    /// of faces, mostly) are read as blanks. What is kept as the original is untouched.
    private static String basic(String document) {
        return document.chars().anyMatch(c -> Character.isSurrogate((char) c))
                ? document.replaceAll("[\\x{10000}-\\x{10FFFF}]", " ")
                : document;
    }

    static String text(JsonNode node, String field) {
        return node.path(field).asString("").strip();
    }

    /// A list, or one value.
    static List<String> texts(JsonNode value) {
        Stream<JsonNode> values = value.isArray() ? StreamSupport.stream(value.spliterator(), false) : Stream.of(value);
        return values.map(one -> one.asString("").strip())
                .filter(text -> !text.isEmpty())
                .toList();
    }
}
