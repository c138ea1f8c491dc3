package dev.analystcopilot.knowledge.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.embeddings.text.TextEmbedder;
import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.document.PassageEmbedding;
import dev.analystcopilot.knowledge.embedded.TestDatabase;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.PassageStore.StoredDocument;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.text.Embedders;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// Two processes, each with its own connections, that import and embed the same at the same time.
@Tag("slow")
class SideBySideTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final int FILES = 150;
    private static final Scope SITE = Scope.analyst("acme");

    @TempDir
    private Path folder;

    /// A vector for everything; counts the texts.
    private static final class CountingEmbedder implements TextEmbedder {
        private final AtomicInteger texts = new AtomicInteger();

        @Override
        public String model() {
            return "counting";
        }

        @Override
        public int dimension() {
            return 384;
        }

        @Override
        public List<Vector> embed(List<String> some) {
            texts.addAndGet(some.size());
            return some.stream().map(this::embedQuery).toList();
        }

        @Override
        public Vector embedQuery(String question) {
            float[] values = new float[dimension()];
            values[question.length() % values.length] = 1;
            return Vector.of(values);
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    private static <T> List<T> both(Callable<T> first, Callable<T> second) throws Exception {
        try (var threads = Executors.newFixedThreadPool(2)) {
            var results = new ArrayList<T>();
            for (var future : threads.invokeAll(List.of(first, second))) {
                results.add(future.get());
            }
            return results;
        }
    }

    private Import load(Database database) {
        return new KnowledgeImporter(database)
                .importPath(SITE, folder, ImportRequest.of("policy"), ImportListener.none());
    }

    @Test
    @Timeout(value = 60, unit = TimeUnit.SECONDS)
    void nothingIsStoredOrEmbeddedTwice() throws Exception {
        for (int i = 0; i < FILES; i++) {
            Files.writeString(folder.resolve(i + ".md"), "# Policy " + i + "\n\nThe wombat number " + i + " sleeps.\n");
        }
        var embedder = new CountingEmbedder();
        var embedders = new Embedders(embedder, embedder);
        try (var other = Database.open(DB.address())) {
            var imports = both(() -> load(DB.database()), () -> load(other));
            var done = both(() -> untilComplete(DB.database(), embedders), () -> untilComplete(other, embedders));

            assertThat(imports).allMatch(one -> one.changed() + one.unchanged() == FILES);
            assertThat(DB.database().passages().documents(SITE, "policy"))
                    .hasSize(FILES)
                    .extracting(StoredDocument::version)
                    .containsOnly(1);
            assertThat(done).containsOnly(0L);
            assertThat(embedder.texts).hasValue(FILES);
        }
    }

    /// @return what is still pending
    private static long untilComplete(Database database, Embedders embedders) throws InterruptedException {
        var embedding = new PassageEmbedding(database, embedders);
        embedding.embedUntilComplete(SITE, (done, of) -> {});
        return embedding.pending(SITE);
    }
}
