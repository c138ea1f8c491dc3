package dev.analystcopilot.triage.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class StixBundleTest {
    private static final String ID =
            "[a-z][a-z0-9-]+--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z";
    private static final List<String> TOLD = List.of("created", "modified");

    /// What STIX 2.1 requires of each type, beside `type`, `spec_version` and `id`.
    private static final Map<String, List<String>> REQUIRED = Map.ofEntries(
            Map.entry("identity", and("name")),
            Map.entry("grouping", and("context", "object_refs")),
            Map.entry("attack-pattern", and("name")),
            Map.entry("observed-data", and("first_observed", "last_observed", "number_observed", "object_refs")),
            Map.entry("sighting", and("sighting_of_ref")),
            Map.entry("relationship", and("relationship_type", "source_ref", "target_ref")),
            Map.entry("note", and("content", "object_refs")),
            Map.entry("ipv4-addr", List.of("value")),
            Map.entry("ipv6-addr", List.of("value")),
            Map.entry("domain-name", List.of("value")),
            Map.entry("url", List.of("value")),
            Map.entry("email-addr", List.of("value")),
            Map.entry("user-account", List.of("account_login")),
            Map.entry("directory", List.of("path")),
            Map.entry("process", List.of("command_line")),
            Map.entry("file", List.of()));

    private static final CaseExport EXPORT = new CaseExport(TechniqueCatalog.load());
    private static final String TEXT = EXPORT.write(ExportedCase.full(), CaseExport.Format.STIX);
    private static final JsonNode BUNDLE = JsonMapper.shared().readTree(TEXT);

    private static List<String> and(String... properties) {
        var all = new ArrayList<>(TOLD);
        all.addAll(List.of(properties));
        return List.copyOf(all);
    }

    private static List<JsonNode> objects(String type) {
        return BUNDLE.path("objects")
                .valueStream()
                .filter(node -> node.path("type").asString().equals(type))
                .toList();
    }

    @Test
    void everyTypeHasWhatItNeeds() {
        var faults = new ArrayList<String>();
        for (JsonNode node : BUNDLE.path("objects")) {
            String type = node.path("type").asString();
            for (String property : REQUIRED.getOrDefault(type, List.of("a type that is known"))) {
                if (node.path(property).isMissingNode()
                        || (node.path(property).isArray() && node.path(property).isEmpty())) {
                    faults.add(type + " lacks " + property);
                }
            }
            if (!node.path("spec_version").asString().equals("2.1")) {
                faults.add(type + " is of another version");
            }
            if (type.equals("file") && !node.has("name") && !node.has("hashes")) {
                faults.add("a file without name and hashes");
            }
        }

        assertThat(faults).isEmpty();
    }

    @Test
    void idsAreOfTheirTypeAndUnique() {
        List<String> ids = BUNDLE.path("objects")
                .valueStream()
                .map(node -> node.path("id").asString())
                .toList();

        assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches(ID));
        assertThat(BUNDLE.path("objects").valueStream())
                .allMatch(node ->
                        node.path("id").asString().startsWith(node.path("type").asString() + "--"));
        assertThat(BUNDLE.path("id").asString()).matches(ID).startsWith("bundle--");
    }

    @Test
    void everyReferenceIsInTheBundle() {
        Set<String> ids = new TreeSet<>();
        Set<String> refs = new TreeSet<>();
        for (JsonNode node : BUNDLE.path("objects")) {
            ids.add(node.path("id").asString());
            node.properties().forEach(property -> {
                if (property.getKey().endsWith("_ref")) {
                    refs.add(property.getValue().asString());
                } else if (property.getKey().endsWith("_refs")) {
                    property.getValue().forEach(ref -> refs.add(ref.asString()));
                }
            });
        }

        assertThat(ids).containsAll(refs);
    }

    @Test
    void timesAreTheCasesOwn() {
        for (JsonNode node : BUNDLE.path("objects")) {
            node.properties().stream()
                    .filter(property -> property.getKey().matches("created|modified|.*_seen|.*_observed")
                            && property.getValue().isString())
                    .forEach(property ->
                            assertThat(property.getValue().asString()).matches(TIME));
        }
        assertThat(objects("grouping").getFirst().path("modified").asString()).isEqualTo("2022-01-24T05:57:00.000Z");
    }

    @Test
    void observedDataHoldOnlyObservables() {
        assertThat(objects("observed-data"))
                .isNotEmpty()
                .allMatch(data -> data.path("object_refs")
                        .valueStream()
                        .noneMatch(ref -> ref.asString().matches("(identity|attack-pattern|sighting).*")));
    }

    @Test
    void addressesHaveTheIdThatOtherToolsGiveThem() {
        assertThat(objects("ipv4-addr").getFirst().path("id").asString())
                .isEqualTo("ipv4-addr--28bb3599-77cd-5a82-a950-b5bc3caf07c4");
    }

    @Test
    void stepsAreSightingsOfTechniques() {
        Map<String, Integer> counts = new TreeMap<>();
        BUNDLE.path("objects").forEach(node -> counts.merge(node.path("type").asString(), 1, Integer::sum));

        assertThat(counts)
                .containsEntry("sighting", 4)
                .containsEntry("attack-pattern", 3)
                .containsEntry("observed-data", 2)
                .containsEntry("note", 2)
                .containsEntry("relationship", 5);
    }

    @Test
    void techniquesPointToAttack() {
        assertThat(objects("attack-pattern")
                        .get(1)
                        .path("external_references")
                        .path(0)
                        .path("url")
                        .asString())
                .isEqualTo("https://attack.mitre.org/techniques/T1505/003");
        assertThat(objects("attack-pattern")
                        .get(1)
                        .path("kill_chain_phases")
                        .path(0)
                        .path("phase_name")
                        .asString())
                .isEqualTo("persistence");
    }

    @Test
    void hostileTextStaysAValue() {
        assertThat(objects("malware")).isEmpty();
        assertThat(objects("grouping").getFirst().path("name").asString()).contains("<script>", "DROP--");
    }

    @Test
    void theSameCaseGivesTheSameBytes() {
        assertThat(new CaseExport(TechniqueCatalog.load()).write(ExportedCase.full(), CaseExport.Format.STIX))
                .isEqualTo(TEXT);
    }

    @Test
    void aCaseOfNothingIsABundleToo() {
        var empty = ExportedCase.of(List.of(), List.of(), List.of());

        JsonNode bundle = JsonMapper.shared().readTree(EXPORT.write(empty, CaseExport.Format.STIX));

        assertThat(bundle.path("objects").size()).isEqualTo(4);
    }
}
