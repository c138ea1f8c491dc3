package dev.analystcopilot.knowledge.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.analystcopilot.knowledge.embedded.TestDatabase;
import dev.analystcopilot.knowledge.postgres.PassageStore.Bm25;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.knowledge.text.Tokens;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/// ATT&CK 18.1 and Sigma's rules, as their publishers ship them. Prints how long each import takes.
@Tag("slow")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealKnowledgeTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final Path KNOWLEDGE = Path.of(System.getProperty("copilot.root", ".."))
            .resolveSibling("shared")
            .resolve("data/knowledge");
    private static final Scope SITE = Scope.analyst("acme");

    private static Import load(String kind) {
        Path folder = KNOWLEDGE.resolve(kind);
        assumeTrue(Files.isDirectory(folder), "skipped: there is no " + folder);
        Instant begin = Instant.now();
        Duration worked = processor();
        Import done = new KnowledgeImporter(DB.database())
                .importPath(SITE, folder, ImportRequest.of(kind), (stage, at, of) -> {});
        System.out.printf(
                "import %s: %.1f s (%.1f s of processor time in Java), %d changed, %d unchanged, %d removed, %d passages, %d problems %s%n",
                kind,
                Duration.between(begin, Instant.now()).toMillis() / 1000.0,
                processor().minus(worked).toMillis() / 1000.0,
                done.changed(),
                done.unchanged(),
                done.removed(),
                done.passages(),
                done.problems().size(),
                done.problems().stream().limit(3).toList());
        return done;
    }

    @Test
    @Order(1)
    void everyTechniqueAndRuleIsRead() {
        assertThat(load("attack").changed()).isGreaterThan(2_000);
        assertThat(load("sigma").changed()).isEqualTo(3_780);
        assertThat(DB.database().passages().documents(SITE, "technique")).hasSize(691);
    }

    @Test
    @Order(2)
    void theSameAgainChangesNothing() {
        assertThat(load("attack").changed()).isZero();
        assertThat(load("sigma").changed()).isZero();
    }

    @Test
    @Order(3)
    void wordsAreFastOnManyPostings() {
        assumeTrue(Files.isDirectory(KNOWLEDGE), "skipped: there is no " + KNOWLEDGE);
        var tokens = new Tokens();
        var questions = List.of(
                "adversaries use PowerShell commands and scripts for execution on windows",
                "dump credentials from LSASS memory with a tool",
                "the malware can collect system information and send it to the command and control server",
                "scheduled task created for persistence",
                "rundll32 loading a dll from a user folder",
                "How do I detect lateral movement over SMB admin shares?");
        var times = new ArrayList<Double>();
        for (int round = 0; round < 10; round++) {
            for (String question : questions) {
                Instant begin = Instant.now();
                var hits = DB.database()
                        .passages()
                        .lexical(
                                SITE, Language.EN, weights(tokens.counts(question)), Set.of(), 50, new Bm25(1.2, 0.75));
                times.add(Duration.between(begin, Instant.now()).toNanos() / 1e6);
                assertThat(hits).hasSize(50);
            }
        }
        times.sort(Double::compare);
        System.out.println("to embed: " + DB.database().passages().counts(SITE));
        System.out.printf(
                "words: p50 %.1f ms, p99 %.1f ms%n", times.get(times.size() / 2), times.get(times.size() * 99 / 100));
    }

    /// What a busy machine spoils least.
    private static Duration processor() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    private static Map<String, Double> weights(Map<String, Integer> counts) {
        return counts.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, one -> (double) one.getValue()));
    }
}
