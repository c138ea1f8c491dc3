package dev.analystcopilot.knowledge.document;

import dev.analystcopilot.embeddings.text.TextEmbedder;
import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.EmbeddingQueue;
import dev.analystcopilot.knowledge.postgres.PassageStore;
import dev.analystcopilot.knowledge.postgres.PassageStore.Passage;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.text.Embedders;
import dev.analystcopilot.knowledge.text.Language;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Gives passages their vectors, in batches that are kept one by one: it may be interrupted, and goes on where it was.
public final class PassageEmbedding {
    private static final int BATCH = 64;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final PassageStore store;
    private final EmbeddingQueue queue;
    private final Embedders embedders;

    public PassageEmbedding(Database database, Embedders embedders) {
        this.store = database.passages();
        this.queue = database.embedding();
        this.embedders = embedders;
    }

    /// Called after each batch, on the thread that embeds.
    @FunctionalInterface
    public interface Progress {
        void embedded(long done, long total);
    }

    /// How many of the tenant's own passages lack a vector.
    public long pending(Scope scope) {
        long pending = 0;
        for (Language language : Language.values()) {
            pending += store.countWithoutVector(scope, embedders.of(language).model(), language);
        }
        return pending;
    }

    /// The tenants whose passages may wait.
    public List<String> waiting() {
        return queue.tenants();
    }

    /// Embeds what is pending, unless another process does it for this tenant. Takes long; ends early, with what is
    /// done
    /// kept, when its thread is interrupted.
    ///
    /// @return how many passages got a vector here
    public long embedPending(Scope scope, Progress progress) {
        long done = queue.alone(scope, () -> embedAll(scope, progress)).orElse(0L);
        queue.strikeIf(scope, () -> pending(scope) == 0);
        return done;
    }

    /// Returns when nothing is pending, whoever did it.
    ///
    /// @throws InterruptedException if its thread is; what is done is kept
    public void embedUntilComplete(Scope scope, Progress progress) throws InterruptedException {
        long total = pending(scope);
        for (long left = total; left > 0; left = pending(scope)) {
            long before = Math.max(total, left) - left;
            long all = Math.max(total, left);
            progress.embedded(before, all);
            if (embedPending(scope, (done, ofThese) -> progress.embedded(before + done, all)) == 0) {
                Thread.sleep(BETWEEN_LOOKS);
            } else if (Thread.interrupted()) {
                throw new InterruptedException("embedding was interrupted");
            }
        }
    }

    private long embedAll(Scope scope, Progress progress) {
        long total = pending(scope);
        long done = 0;
        for (Language language : Language.values()) {
            TextEmbedder embedder = embedders.of(language);
            List<Passage> batch = store.withoutVector(scope, embedder.model(), language, "", BATCH);
            while (!batch.isEmpty() && !Thread.currentThread().isInterrupted()) {
                store.putVectors(scope, embedder.model(), embed(embedder, batch));
                done += batch.size();
                progress.embedded(done, Math.max(done, total));
                batch = store.withoutVector(
                        scope, embedder.model(), language, batch.getLast().id(), BATCH);
            }
        }
        return done;
    }

    private static Map<String, Vector> embed(TextEmbedder embedder, List<Passage> passages) {
        List<Vector> vectors =
                embedder.embed(passages.stream().map(PassageEmbedding::text).toList());
        var byId = new HashMap<String, Vector>();
        for (int i = 0; i < passages.size(); i++) {
            byId.put(passages.get(i).id(), vectors.get(i));
        }
        return byId;
    }

    /// A passage is understood by where it stands, too.
    private static String text(Passage passage) {
        return String.join("\n", passage.title(), passage.heading(), passage.context(), passage.text())
                .replaceAll("\n{2,}", "\n");
    }
}
