package dev.analystcopilot.knowledge.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Whatever stands in a record's fields, the record is read or rejected and the next one is read.
class HostileRecordsTest {
    private static final int VARIANTS = 400;
    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<JsonNode> ODD = List.of(
            NODES.nullNode(),
            NODES.booleanNode(true),
            NODES.numberNode(-1),
            NODES.numberNode(1e300),
            NODES.stringNode(""),
            NODES.stringNode("\u0000\uD800 \u202E"),
            NODES.stringNode("[{\"$ref\":\"2\"}"),
            NODES.stringNode("{".repeat(2_000)),
            NODES.stringNode("a\\".repeat(50_000)),
            NODES.stringNode("9".repeat(400)),
            NODES.arrayNode().add(NODES.arrayNode()).add(NODES.objectNode()).add(7),
            NODES.objectNode().put("$ref", "2").put("Type", "process").put("id", "x"));

    @ParameterizedTest
    @ValueSource(strings = {"ecs", "wazuh", "sentinel", "eve", "skyeye", "ocsf"})
    void jsonIsReadOrRejected(String format) {
        String good = sample(format);
        var random = new Random(5);
        var input = new ArrayList<String>();
        for (int i = 0; i < VARIANTS; i++) {
            ObjectNode record = (ObjectNode) MAPPER.readTree(good);
            for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
                spoil(record, random);
            }
            input.add(record.toString());
            input.add(good);
        }

        Reading reading = Reading.of(format, String.join("\n", input));

        assertThat(reading.problem()).isNull();
        assertThat(reading.records()).hasSize(2 * VARIANTS);
        assertThat(reading.alerts()).hasSizeGreaterThanOrEqualTo(VARIANTS);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void linesAreReadOrRejected(int seed) {
        String good = "CEF:0|v|p|1|s|name|5|rt=1740823200000 src=10.0.0.1 cs1Label=x cs1=y msg=a";
        var random = new Random(seed);
        var input = new ArrayList<String>();
        for (int i = 0; i < VARIANTS; i++) {
            var line = new StringBuilder(good);
            for (int changes = random.nextInt(1, 9); changes > 0; changes--) {
                line.insert(random.nextInt(line.length() + 1), "|\\= nr\u0000:{汉".charAt(random.nextInt(10)));
            }
            input.add(line.toString());
            input.add(good);
        }

        Reading reading = Reading.of("cef", String.join("\n", input));

        assertThat(reading.records()).hasSize(2 * VARIANTS);
        assertThat(reading.alerts()).hasSizeGreaterThanOrEqualTo(VARIANTS);
    }

    /// Puts something odd in place of a field somewhere in a record.
    private static void spoil(JsonNode node, Random random) {
        List<JsonNode> inner =
                node.valueStream().filter(child -> !child.isEmpty()).toList();
        if (!inner.isEmpty() && random.nextInt(3) > 0) {
            spoil(inner.get(random.nextInt(inner.size())), random);
            return;
        }
        JsonNode odd = ODD.get(random.nextInt(ODD.size())).deepCopy();
        switch (node) {
            case ObjectNode object
            when !object.isEmpty() -> {
                List<String> names = List.copyOf(object.propertyNames());
                object.set(names.get(random.nextInt(names.size())), odd);
            }
            case ArrayNode array when !array.isEmpty() -> array.set(random.nextInt(array.size()), odd);
            default -> {
                // A scalar: its parent had the chance.
            }
        }
    }

    private static String sample(String format) {
        return switch (format) {
            case "ecs" -> new EcsFormatTest().records().getFirst();
            case "wazuh" -> new WazuhFormatTest().records().get(1);
            case "sentinel" -> new SentinelFormatTest().records().getFirst();
            case "eve" -> new EveFormatTest().records().getFirst();
            case "skyeye" -> new SkyeyeFormatTest().records().getFirst();
            default -> new OcsfFormatTest().records().getFirst();
        };
    }
}
