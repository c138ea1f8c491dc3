package dev.analystcopilot.knowledge.source.feed;

import dev.analystcopilot.knowledge.document.UnreadableDocumentException;
import dev.analystcopilot.knowledge.source.Draft;
import dev.analystcopilot.knowledge.source.Drafts;
import dev.analystcopilot.knowledge.source.KnowledgeSource;
import dev.analystcopilot.knowledge.source.Paragraphs;
import dev.analystcopilot.knowledge.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Sigma rules. Each keeps its YAML as it came, for who runs it; one short passage says what it is about, and one that
/// words alone find says all that it looks for.
public final class SigmaSource implements KnowledgeSource {
    private static final String KIND = "rule";
    private static final Pattern TECHNIQUE_TAG = Pattern.compile("attack\\.(t\\d{4}(?:\\.\\d{3})?)");

    /// So much of the detection stands in the passage that gets a vector.
    private static final int SHORT = 240;

    /// So much of it is found by words: long lists of hashes or domains are indicators, not words.
    private static final int LONG = 6_000;

    private final Yaml yaml = new Yaml();

    @Override
    public String name() {
        return "sigma";
    }

    @Override
    public boolean takes(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return name.endsWith(".yml") || name.endsWith(".yaml");
    }

    @Override
    public void read(SourceFile file, Drafts drafts) {
        List<String> documents = Yaml.documents(file.text());
        if (documents.isEmpty()) {
            throw new UnreadableDocumentException("there is no rule in it");
        }
        for (int i = 0; i < documents.size(); i++) {
            try {
                drafts.add(rule(documents.get(i), documents.size() == 1 ? file.stem() : file.stem() + "-" + (i + 1)));
            } catch (UnreadableDocumentException e) {
                drafts.problem(documents.size() == 1 ? "rule" : "rule " + (i + 1), String.valueOf(e.getMessage()));
            }
        }
    }

    private Draft rule(String text, String stem) {
        JsonNode rule = yaml.parse(text);
        String title = Yaml.text(rule, "title");
        if (title.isEmpty()) {
            throw new UnreadableDocumentException("has no title");
        }
        JsonNode detection = rule.path("detection");
        if (!detection.isObject() && !rule.path("correlation").isObject()) {
            throw new UnreadableDocumentException("has neither a detection nor a correlation");
        }
        List<String> tags = Yaml.texts(rule.path("tags")).stream()
                .map(tag -> tag.toLowerCase(Locale.ROOT))
                .toList();
        String id = Yaml.text(rule, "id");
        String looksFor = looksFor(detection);
        String source = Stream.of("product", "category", "service")
                .map(field -> Yaml.text(rule.path("logsource"), field))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(" "));
        var draft = Draft.english(id.isEmpty() ? stem : id, KIND, title)
                .techniques(tags.stream()
                        .map(TECHNIQUE_TAG::matcher)
                        .filter(matcher -> matcher.matches())
                        .map(matcher -> matcher.group(1).toUpperCase(Locale.ROOT))
                        .distinct()
                        .toList())
                .tags(tags(rule, tags))
                .content(text);
        draft.part("", about(rule, source, looksFor), "", true);
        if (looksFor.length() > SHORT) {
            Paragraphs.cut(looksFor.substring(0, Math.min(LONG, looksFor.length()))
                            .lines()
                            .toList())
                    .forEach(chunk -> draft.part("Detection", chunk, "", false));
        }
        return draft.build();
    }

    private static List<String> tags(JsonNode rule, List<String> tags) {
        return Stream.concat(
                        tags.stream()
                                .filter(tag -> !TECHNIQUE_TAG.matcher(tag).matches())
                                .map(tag -> tag.startsWith("attack.") ? tag.substring("attack.".length()) : tag),
                        Stream.of(Yaml.text(rule, "level"), Yaml.text(rule.path("logsource"), "product")))
                .filter(tag -> !tag.isEmpty())
                .distinct()
                .toList();
    }

    private static String about(JsonNode rule, String source, String looksFor) {
        var lines = new ArrayList<String>();
        lines.add(Yaml.text(rule, "description"));
        if (!looksFor.isEmpty()) {
            lines.add("Looks for" + (source.isEmpty() ? "" : " (" + source + ")") + ": " + shortened(looksFor));
        }
        String harmless = Yaml.texts(rule.path("falsepositives")).stream()
                .filter(text -> !text.equalsIgnoreCase("unknown") && !text.equalsIgnoreCase("none"))
                .collect(Collectors.joining("; "));
        if (!harmless.isEmpty()) {
            lines.add("False positives: " + harmless);
        }
        String text = lines.stream().filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
        return text.isEmpty() ? Yaml.text(rule, "title") : text;
    }

    private static String shortened(String looksFor) {
        String line = looksFor.replace('\n', ';');
        return line.length() <= SHORT ? line : line.substring(0, line.offsetByCodePoints(0, SHORT)) + " …";
    }

    /// Every field with its values, a line each; what filters take out again is not looked for.
    private static String looksFor(JsonNode detection) {
        var lines = new ArrayList<String>();
        for (Map.Entry<String, JsonNode> selection : detection.properties()) {
            String name = selection.getKey();
            if (!name.equals("condition") && !name.equals("timeframe") && !name.startsWith("filter")) {
                collect("", selection.getValue(), lines);
            }
        }
        return String.join("\n", lines);
    }

    private static void collect(String field, JsonNode value, List<String> lines) {
        if (value.isObject()) {
            value.properties().forEach(one -> collect(one.getKey().replace("|", " "), one.getValue(), lines));
        } else if (value.isArray() && value.valueStream().anyMatch(JsonNode::isObject)) {
            value.forEach(one -> collect(field, one, lines));
        } else {
            String values = String.join(", ", Yaml.texts(value));
            if (!values.isEmpty()) {
                lines.add(field.isEmpty() ? values : field + " " + values);
            }
        }
    }
}
