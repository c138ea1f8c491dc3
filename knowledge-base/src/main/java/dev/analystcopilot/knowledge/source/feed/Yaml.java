package dev.analystcopilot.knowledge.source.feed;

import dev.analystcopilot.knowledge.document.UnreadableDocumentException;
import dev.analystcopilot.knowledge.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLParser;

/// YAML files of one or more documents.
final class Yaml {
    private static final Pattern MAY_BE_ALIAS = Pattern.compile("(?:^|[\\s\\[{,:-])\\*[\\w-]");

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
            String plain = basic(SourceFile.withoutEndlessLine(document));
            if (MAY_BE_ALIAS.matcher(plain).find()) {
                refuseAliases(plain);
            }
            JsonNode node = mapper.readTree(plain);
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

    /// Aliases are left as their names by the reader (a few of them, put into each other, would be billions of values),
    /// so that a rule with one would look for something else than what it says.
    private void refuseAliases(String document) {
        try (JsonParser parser = mapper.createParser(document)) {
            while (parser.nextToken() != null) {
                if (parser instanceof YAMLParser yaml && yaml.isCurrentAlias()) {
                    throw new UnreadableDocumentException("line "
                            + parser.currentTokenLocation().getLineNr()
                            + ": aliases are not read: write the value out in the place of *" + parser.getString());
                }
            }
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
