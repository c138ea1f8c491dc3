package dev.analystcopilot.triage.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.analystcopilot.embeddings.text.BgeEmbedder;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.knowledge.embedded.TestDatabase;
import dev.analystcopilot.knowledge.format.AlertReader;
import dev.analystcopilot.knowledge.format.AlertSource;
import dev.analystcopilot.knowledge.format.ReadOptions;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.text.Embedders;
import dev.analystcopilot.triage.report.RunSummary;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The main job on four days of a real network: 45,544 alerts with an intrusion of eight kinds of attack. The labels
/// are
/// read here, to judge; never by triage.
@Tag("slow")
@ExtendWith(TestDatabase.class)
class RussellmitchellTest {
    private static final Path BACKLOG = Path.of(System.getProperty("copilot.root", "."))
            .resolveSibling("shared/data/alerts/ait-ads/russellmitchell.csv.gz");
    private static final int LABEL_COLUMN_FROM_END = 1;

    @TempDir
    static Path out;

    private static RunSummary first;
    private static RunSummary second;
    private static long storedAfterFirst;
    private static long storedAfterSecond;
    private static final Map<String, Integer> BEST_CASE = new TreeMap<>();

    @BeforeAll
    static void triageTwiceIntoOneTenant(Database database) throws IOException {
        assumeTrue(Files.exists(BACKLOG), "needs ../shared/data (the AIT-ADS alerts)");
        try (var english = BgeEmbedder.english();
                var chinese = BgeEmbedder.chinese()) {
            var run = new BatchRun(database, TechniqueCatalog.load(), new Embedders(english, chinese), "test");
            first = run(run, "first");
            storedAfterFirst = database.alerts().count(Scope.analyst("demo"));
            second = run(run, "second");
            storedAfterSecond = database.alerts().count(Scope.analyst("demo"));
        }
        rankAttacks(labels());
        System.out.printf(
                "russellmitchell: %,d alerts, %d cases, %s s, peak %d MB; best case of each kind of attack: %s%n",
                first.counts().accepted(), first.cases(), first.seconds(), first.peakMemoryMb(), BEST_CASE);
    }

    private static RunSummary run(BatchRun run, String name) {
        var reader = AlertReader.open(AlertSource.file(BACKLOG), "ait-ads", ReadOptions.none());
        return run.run(
                new BatchRun.Request("russellmitchell", out.resolve(name), Optional.of("demo"), false),
                reader,
                Progress.SILENT);
    }

    @Test
    void everyAlertIsAccountedFor() throws IOException {
        try (var lines = Files.lines(out.resolve("first/alerts.jsonl"))) {
            assertThat(lines.count()).isEqualTo(45_544);
        }
    }

    @Test
    void aFewCasesAreLeft() {
        assertThat(first.cases()).isLessThanOrEqualTo(150);
    }

    @Test
    void noKindOfAttackIsSetAside() {
        assertThat(BEST_CASE).hasSize(8);
    }

    @Test
    void theIntrusionIsInTheFirstFiveCases() {
        assertThat(BEST_CASE)
                .hasEntrySatisfying("webshell_cmd", rank -> assertThat(rank).isLessThanOrEqualTo(5))
                .hasEntrySatisfying(
                        "escalated_sudo_command", rank -> assertThat(rank).isLessThanOrEqualTo(5))
                .hasEntrySatisfying(
                        "attacker_change_user", rank -> assertThat(rank).isLessThanOrEqualTo(5))
                .hasEntrySatisfying("dirb", rank -> assertThat(rank).isLessThanOrEqualTo(5))
                .hasEntrySatisfying("wpscan", rank -> assertThat(rank).isLessThanOrEqualTo(5));
    }

    @Test
    void theSameInputAgainAddsNothing() {
        assertThat(storedAfterSecond).isEqualTo(storedAfterFirst).isEqualTo(45_544);
    }

    @Test
    void theSameInputAgainGivesTheSameVerdicts() {
        assertThat(second.verdictHash()).isEqualTo(first.verdictHash());
    }

    @Test
    void theSecondRunCountsDuplicates() {
        assertThat(second.counts().deduplicated()).isEqualTo(45_544);
    }

    /// The rank of the first case, from 1, that holds each kind of attack and is not set aside.
    private static void rankAttacks(List<String> labels) throws IOException {
        Map<String, Integer> ranks = new HashMap<>();
        try (var lines = Files.lines(out.resolve("first/cases.jsonl"))) {
            lines.forEach(line -> ranks.put(json(line).path("case_id").asString(), ranks.size() + 1));
        }
        try (var lines = Files.lines(out.resolve("first/alerts.jsonl"))) {
            lines.map(RussellmitchellTest::json).forEach(alert -> {
                String label = labels.get(alert.path("line").asInt() - 1);
                Integer rank = ranks.get(alert.path("case_id").asString(""));
                if (!label.equals("-") && rank != null) {
                    BEST_CASE.merge(label, rank, Math::min);
                }
            });
        }
    }

    private static List<String> labels() throws IOException {
        var labels = new ArrayList<String>();
        try (var reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(BACKLOG)), StandardCharsets.UTF_8))) {
            reader.readLine();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                String[] columns = line.split(",");
                labels.add(columns[columns.length - LABEL_COLUMN_FROM_END]);
            }
        }
        return labels;
    }

    private static JsonNode json(String line) {
        return JsonMapper.shared().readTree(line);
    }
}
