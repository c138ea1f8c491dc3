package dev.analystcopilot.knowledge.sigma;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.analystcopilot.knowledge.sigma.event.Event;
import dev.analystcopilot.knowledge.sigma.event.EventReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The Sigma project's rules, and the events that it keeps to test them with.
@Tag("slow")
class RegressionCasesTest {
    private static final Path DATA = Path.of("../../shared/data");
    private static RuleSet rules;
    private static final List<Integer> RANKS = new ArrayList<>();

    @BeforeAll
    static void rankAllRulesForEachCase() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "the data pack ../shared/data is not here");
        rules = RuleSet.compile(yaml(DATA.resolve("knowledge/sigma/sigma-rules.zip")));
        var reader = new EventReader();
        try (InputStream file =
                new GZIPInputStream(Files.newInputStream(DATA.resolve("events/sigma-regression/cases.jsonl.gz")))) {
            for (String line : new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList()) {
                JsonNode one = JsonMapper.shared().readTree(line);
                List<Event> events = new ArrayList<>();
                one.path("events").forEach(event -> events.add(reader.read(event)));
                List<String> found = rules.book().match(events, 10).stream()
                        .map(match -> match.rule().id())
                        .toList();
                RANKS.add(found.indexOf(one.path("rule_id").asString()));
            }
        }
    }

    private static Map<String, String> yaml(Path zip) throws IOException {
        Map<String, String> yaml = new LinkedHashMap<>();
        try (var file = new ZipFile(zip.toFile())) {
            for (var entry : file.stream()
                    .filter(each -> each.getName().endsWith(".yml"))
                    .toList()) {
                yaml.put(
                        entry.getName(), new String(file.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return yaml;
    }

    @Test
    void everyRuleIsRead() {
        assertThat(rules.unusable()).isEmpty();
        assertThat(rules.book().size()).isEqualTo(3780);
    }

    @Test
    void threeOfFourCasesHaveTheirRuleFirst() {
        assertThat(share(rank -> rank == 0)).isGreaterThanOrEqualTo(0.75);
    }

    @Test
    void nearlyAllHaveItAmongTheFirstTen() {
        assertThat(share(rank -> rank >= 0)).isGreaterThanOrEqualTo(0.95);
    }

    private static double share(java.util.function.IntPredicate wanted) {
        return RANKS.stream().mapToInt(Integer::intValue).filter(wanted).count() / (double) RANKS.size();
    }
}
