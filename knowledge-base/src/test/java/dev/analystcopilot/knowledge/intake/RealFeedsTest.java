package dev.analystcopilot.knowledge.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.analystcopilot.knowledge.embedded.TestDatabase;
import dev.analystcopilot.knowledge.postgres.PassageStore.StoredDocument;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// Splunk's security content of October 2024 and CISA's catalogue of August 2025, as their publishers ship them.
@Tag("slow")
class RealFeedsTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final Path KNOWLEDGE = Path.of(System.getProperty("copilot.root", ".."))
            .resolveSibling("shared")
            .resolve("data/knowledge");
    private static final Scope SITE = Scope.analyst("acme");

    private static Import load(String kind) {
        Path folder = KNOWLEDGE.resolve(kind);
        assumeTrue(Files.isDirectory(folder), "skipped: there is no " + folder);
        return new KnowledgeImporter(DB.database())
                .importPath(SITE, folder, ImportRequest.of(kind), ImportListener.none());
    }

    private static List<StoredDocument> stored(String kind) {
        return DB.database().passages().documents(SITE, kind);
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void allOfSplunksContentIsRead() {
        Import done = load("splunk");

        assertThat(done.problems()).isEmpty();
        assertThat(List.of(
                        stored("analytic").size(),
                        stored("story").size(),
                        stored("playbook").size()))
                .containsExactly(1_711, 261, 76 + 47);
        assertThat(stored("analytic").stream().filter(one -> one.tags().contains("deprecated")))
                .hasSizeGreaterThan(90);
        assertThat(load("splunk").changed()).isZero();
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.SECONDS)
    void everyExploitedVulnerabilityIsRead() {
        Import done = load("kev");

        assertThat(done.problems()).isEmpty();
        assertThat(stored("vulnerability")).hasSize(1_404);
        assertThat(load("kev").changed()).isZero();
    }
}
