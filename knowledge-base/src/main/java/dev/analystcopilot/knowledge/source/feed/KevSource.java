package dev.analystcopilot.knowledge.source.feed;

import dev.analystcopilot.knowledge.document.UnreadableDocumentException;
import dev.analystcopilot.knowledge.source.Draft;
import dev.analystcopilot.knowledge.source.Drafts;
import dev.analystcopilot.knowledge.source.KnowledgeSource;
import dev.analystcopilot.knowledge.source.SourceFile;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// CISA's catalogue of vulnerabilities that are being exploited.
public final class KevSource implements KnowledgeSource {

    @Override
    public String name() {
        return "kev";
    }

    @Override
    public boolean takes(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return name.endsWith(".json") && !name.endsWith("schema.json");
    }

    @Override
    public void read(SourceFile file, Drafts drafts) {
        JsonNode entries;
        try {
            entries = JsonMapper.shared().readTree(file.notTooLarge().stream()).path("vulnerabilities");
        } catch (JacksonException e) {
            throw new UnreadableDocumentException("is not valid JSON: " + e.getOriginalMessage());
        }
        if (!entries.isArray()) {
            throw new UnreadableDocumentException("there is no list of 'vulnerabilities'");
        }
        int number = 0;
        for (JsonNode entry : entries) {
            number++;
            if (Yaml.text(entry, "cveID").isEmpty()) {
                drafts.problem("vulnerability " + number, "has no cveID");
            } else {
                drafts.add(vulnerability(entry));
            }
        }
    }

    private static Draft vulnerability(JsonNode entry) {
        String id = Yaml.text(entry, "cveID");
        String name = Yaml.text(entry, "vulnerabilityName");
        String vendor = Yaml.text(entry, "vendorProject");
        String product = Yaml.text(entry, "product");
        String ransomware = Yaml.text(entry, "knownRansomwareCampaignUse");
        String text = Stream.of(
                        Yaml.text(entry, "shortDescription"),
                        labelled("Action: ", Yaml.text(entry, "requiredAction")),
                        labelled("Exploited since: ", Yaml.text(entry, "dateAdded")),
                        labelled("Due: ", Yaml.text(entry, "dueDate")),
                        labelled("Ransomware campaigns: ", ransomware))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
        var draft = Draft.english(id, "vulnerability", id + (name.isEmpty() ? "" : " " + name))
                .tags(Stream.of(vendor, product)
                        .filter(tag -> !tag.isEmpty())
                        .distinct()
                        .toList());
        draft.part(
                "",
                text.isEmpty() ? id : text,
                String.join(" ", List.of(vendor, product)).strip(),
                true);
        return draft.build();
    }

    private static String labelled(String label, String value) {
        return value.isEmpty() ? "" : label + value;
    }
}
