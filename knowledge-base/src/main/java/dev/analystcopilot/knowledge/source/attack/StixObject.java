package dev.analystcopilot.knowledge.source.attack;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// An object of a bundle, as far as pages are made of it.
///
/// @param ref ATT&CK's own id, such as `T1059`; empty if it has none
/// @param tactics by short name, such as `credential-access`
/// @param logs the log sources of an analytic or data component
/// @param parts ids of the objects that it is made of: a strategy's analytics
record StixObject(
        String id,
        String type,
        String ref,
        String name,
        String description,
        String detection,
        String shortName,
        List<String> aliases,
        List<String> platforms,
        List<String> tactics,
        List<String> logs,
        List<String> parts) {

    static StixObject of(JsonNode node) {
        return new StixObject(
                node.path("id").asString(""),
                node.path("type").asString(""),
                ref(node),
                node.path("name").asString("").strip(),
                AttackText.plain(node.path("description").asString("")),
                AttackText.plain(node.path("x_mitre_detection").asString("")),
                node.path("x_mitre_shortname").asString(""),
                Stream.concat(texts(node.path("aliases")), texts(node.path("x_mitre_aliases")))
                        .filter(alias -> !alias.equals(node.path("name").asString("")))
                        .distinct()
                        .toList(),
                texts(node.path("x_mitre_platforms")).toList(),
                tactics(node),
                Stream.concat(logs(node.path("x_mitre_log_source_references")), logs(node.path("x_mitre_log_sources")))
                        .distinct()
                        .toList(),
                texts(node.path("x_mitre_analytic_refs")).toList());
    }

    /// Whether MITRE has taken it back.
    static boolean isGone(JsonNode node) {
        return node.path("revoked").asBoolean(false)
                || node.path("x_mitre_deprecated").asBoolean(false);
    }

    private static String ref(JsonNode node) {
        return elements(node.path("external_references"))
                .filter(reference -> reference.path("source_name").asString("").startsWith("mitre-"))
                .map(reference -> reference.path("external_id").asString(""))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static List<String> tactics(JsonNode node) {
        return elements(node.path("kill_chain_phases"))
                .filter(phase -> phase.path("kill_chain_name").asString("").startsWith("mitre-"))
                .map(phase -> phase.path("phase_name").asString(""))
                .toList();
    }

    private static Stream<String> logs(JsonNode sources) {
        return elements(sources)
                .map(source -> Stream.of(
                                source.path("name").asString(""),
                                source.path("channel").asString(""))
                        .filter(text -> !text.isBlank())
                        .reduce((name, channel) -> name + ": " + channel)
                        .orElse(""))
                .filter(text -> !text.isBlank());
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static Stream<String> texts(JsonNode array) {
        return elements(array).map(value -> value.asString("").strip()).filter(text -> !text.isEmpty());
    }

    /// `PowerShell (T1059.001)`.
    String label() {
        return ref.isEmpty() ? name : name + " (" + ref + ")";
    }

    Optional<Page> page() {
        return Page.of(type);
    }

    /// The kinds of objects that get a page of their own.
    enum Page {
        TECHNIQUE("attack-pattern", "technique"),
        TACTIC("x-mitre-tactic", "tactic"),
        MITIGATION("course-of-action", "mitigation"),
        GROUP("intrusion-set", "group"),
        MALWARE("malware", "software"),
        TOOL("tool", "software"),
        CAMPAIGN("campaign", "campaign"),
        STRATEGY("x-mitre-detection-strategy", "detection"),
        COMPONENT("x-mitre-data-component", "detection");

        private final String type;
        private final String kind;

        Page(String type, String kind) {
            this.type = type;
            this.kind = kind;
        }

        String kind() {
            return kind;
        }

        static Optional<Page> of(String type) {
            for (Page page : values()) {
                if (page.type.equals(type)) {
                    return Optional.of(page);
                }
            }
            return Optional.empty();
        }
    }
}
