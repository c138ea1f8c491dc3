package dev.analystcopilot.knowledge.source.feed;

import dev.analystcopilot.knowledge.document.UnreadableDocumentException;
import dev.analystcopilot.knowledge.source.Draft;
import dev.analystcopilot.knowledge.source.Drafts;
import dev.analystcopilot.knowledge.source.KnowledgeSource;
import dev.analystcopilot.knowledge.source.Paragraphs;
import dev.analystcopilot.knowledge.source.SourceFile;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// Splunk's security content: detections, stories, playbooks and investigations; not baselines and macros. What Splunk
/// has
/// set aside as deprecated says so, and is found by its words only: it must not stand in the way of what took its
/// place.
public final class SplunkSource implements KnowledgeSource {
    private static final String DEPRECATED = "deprecated";
    private static final Pattern LEFT_OUT =
            Pattern.compile("(?:^|[/!])(?:baselines|macros|lookups|data_sources|deployments)/");
    private static final Pattern SET_ASIDE = Pattern.compile("(?:^|[/!])" + DEPRECATED + "/");
    private static final Pattern TECHNIQUE = Pattern.compile("T\\d{4}(?:\\.\\d{3})?");

    private final Yaml yaml = new Yaml();

    @Override
    public String name() {
        return "splunk";
    }

    @Override
    public boolean takes(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return (name.endsWith(".yml") || name.endsWith(".yaml"))
                && !LEFT_OUT.matcher(name).find();
    }

    @Override
    public void read(SourceFile file, Drafts drafts) {
        List<String> documents = Yaml.documents(file.text());
        if (documents.isEmpty()) {
            throw new UnreadableDocumentException("there is nothing in it");
        }
        for (String document : documents) {
            JsonNode content = yaml.parse(document);
            kind(content).ifPresent(kind -> drafts.add(draft(file, content, kind)));
        }
    }

    /// Told by what it holds, since a folder may be imported without its name.
    private static Optional<String> kind(JsonNode content) {
        boolean investigation = Yaml.text(content, "type").equalsIgnoreCase("investigation");
        if (content.has("playbook") || investigation) {
            return Optional.of("playbook");
        } else if (content.has("narrative")) {
            return Optional.of("story");
        } else if (content.has("search") && content.has("description")) {
            return Optional.of("analytic");
        } else if (!content.has("name")) {
            throw new UnreadableDocumentException("is no Splunk content: it has no name");
        }
        return Optional.empty();
    }

    private static Draft draft(SourceFile file, JsonNode content, String kind) {
        String title = Yaml.text(content, "name");
        if (title.isEmpty()) {
            throw new UnreadableDocumentException("has no name");
        }
        String id = Yaml.text(content, "id");
        JsonNode tags = content.path("tags");
        List<String> stories = Yaml.texts(tags.path("analytic_story"));
        boolean current = !SET_ASIDE.matcher(file.name()).find()
                && !Yaml.text(content, "status").equals(DEPRECATED);
        var draft = Draft.english(id.isEmpty() ? file.stem() : id, kind, title)
                .techniques(Yaml.texts(tags.path("mitre_attack_id")).stream()
                        .filter(technique -> TECHNIQUE.matcher(technique).matches())
                        .distinct()
                        .toList())
                .tags(Stream.of(
                                stories,
                                Yaml.texts(tags.path("cve")),
                                Yaml.texts(tags.path("asset_type")),
                                current ? List.<String>of() : List.of(DEPRECATED))
                        .flatMap(List::stream)
                        .distinct()
                        .toList());
        section(draft, "Description", Yaml.text(content, "description"), current);
        section(draft, "Narrative", Yaml.text(content, "narrative"), current);
        section(draft, "Known false positives", Yaml.text(content, "known_false_positives"), false);
        section(draft, "How to implement", Yaml.text(content, "how_to_implement"), false);
        section(draft, "Search", Yaml.text(content, "search"), false);
        if (draft.isEmpty()) {
            throw new UnreadableDocumentException("says nothing");
        }
        return draft.build();
    }

    private static void section(Draft.Builder draft, String heading, String text, boolean embed) {
        if (!text.isBlank()) {
            Paragraphs.cut(List.of(text.split("\\n\\s*\\n"))).forEach(piece -> draft.part(heading, piece, "", embed));
        }
    }
}
