package dev.analystcopilot.embeddings.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;

/// BAAI's bge-small in fp32 on ONNX Runtime. Loaded at the first use, in a second or two, and some 250 MB.
///
/// fp32 because dynamic int8 scales a whole batch by its largest value, which gives a text another vector in other
/// company. One session holds the weights and computes on the thread that calls it; a list of texts is cut into
/// length-sorted batches that as many threads work off as there are processors. A single text, such as a question, runs
/// on the caller's own thread and does not queue behind a long list.
public final class BgeEmbedder implements TextEmbedder {
    /// Texts tokenized and sorted together: bounds memory, whatever the list.
    private static final int WINDOW = 4096;

    private final BgeVariant variant;
    private final Batching batching;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final ExecutorService workers = workers();
    private @Nullable BgeModel model;
    private boolean closed;

    private BgeEmbedder(BgeVariant variant, Batching batching) {
        this.variant = variant;
        this.batching = batching;
    }

    /// bge-small-en-v1.5, 384 dimensions.
    public static BgeEmbedder english() {
        return of(BgeVariant.ENGLISH, Batching.standard());
    }

    /// bge-small-zh-v1.5, 512 dimensions.
    public static BgeEmbedder chinese() {
        return of(BgeVariant.CHINESE, Batching.standard());
    }

    /// Another model of the family, or another way to batch: for measuring.
    public static BgeEmbedder of(BgeVariant variant, Batching batching) {
        return new BgeEmbedder(variant, batching);
    }

    @Override
    public String model() {
        return variant.model();
    }

    @Override
    public int dimension() {
        return variant.dimension();
    }

    @Override
    public List<Vector> embed(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        lock.readLock().lock();
        try {
            BgeModel open = loaded();
            List<Vector> vectors = new ArrayList<>(texts.size());
            for (int from = 0; from < texts.size(); from += WINDOW) {
                List<String> window = texts.subList(from, Math.min(texts.size(), from + WINDOW));
                vectors.addAll(List.of(embedWindow(open, window)));
            }
            return List.copyOf(vectors);
        } finally {
            lock.readLock().unlock();
        }
    }

    @Override
    public Vector embedQuery(String question) {
        return embed(List.of(variant.instruction() + question)).getFirst();
    }

    private Vector[] embedWindow(BgeModel open, List<String> texts) {
        List<long[]> encoded = open.encode(texts);
        int[] lengths = encoded.stream().mapToInt(ids -> ids.length).toArray();
        Vector[] vectors = new Vector[texts.size()];
        List<Runnable> tasks = new ArrayList<>();
        for (int[] batch : batching.plan(lengths)) {
            tasks.add(() -> {
                Vector[] found =
                        open.run(Arrays.stream(batch).mapToObj(encoded::get).toList());
                for (int i = 0; i < batch.length; i++) {
                    vectors[batch[i]] = found[i];
                }
            });
        }
        runAll(tasks);
        return vectors;
    }

    private void runAll(List<Runnable> tasks) {
        if (tasks.size() == 1) {
            tasks.getFirst().run();
            return;
        }
        try {
            for (Future<?> done :
                    workers.invokeAll(tasks.stream().map(Executors::callable).toList())) {
                done.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw cancelled(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        }
    }

    private static CancellationException cancelled(InterruptedException cause) {
        var cancelled = new CancellationException("interrupted while embedding");
        cancelled.initCause(cause);
        return cancelled;
    }

    /// The model, loaded if need be. Called with the read lock held, so that nobody closes it meanwhile.
    private synchronized BgeModel loaded() {
        if (closed) {
            throw new IllegalStateException("the embedder " + variant.model() + " was closed");
        }
        BgeModel open = model == null ? BgeModel.load(variant) : model;
        model = open;
        return open;
    }

    @Override
    public void close() {
        lock.writeLock().lock();
        try {
            unload();
        } finally {
            lock.writeLock().unlock();
        }
    }

    private synchronized void unload() {
        closed = true;
        workers.shutdown();
        if (model != null) {
            model.close();
            model = null;
        }
    }

    private static ExecutorService workers() {
        int processors = Runtime.getRuntime().availableProcessors();
        var pool = new ThreadPoolExecutor(
                processors,
                processors,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("embed-", 1).daemon().factory());
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
