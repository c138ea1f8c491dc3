package dev.analystcopilot.triage.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.analystcopilot.embeddings.score.IsolationForest;
import dev.analystcopilot.embeddings.score.OnnxScorer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ModelRegistryTest {
    private static final float[][] ROWS = {{0, 0}, {0, 1}, {1, 0}, {9, 9}};

    @Test
    void aTenantWithoutAModelHasTheShippedOne() throws IOException {
        ModelFile shipped = forest(1);
        try (var registry = registry(Optional.of(shipped), new AtomicInteger())) {
            registry.put("other", forest(2));

            assertThat(registry.lease("mine").orElseThrow().file()).isEqualTo(shipped);
        }
    }

    @Test
    void theFormerModelIsClosedWithItsLastReader() throws IOException {
        var closed = new AtomicInteger();
        try (var registry = registry(Optional.empty(), closed)) {
            registry.put("t", forest(1));
            try (var lease = registry.lease("t").orElseThrow()) {
                registry.put("t", forest(2));
                assertThat(closed).hasValue(0);
                assertThat(lease.model().score(ROWS)).hasSize(ROWS.length);
            }
            assertThat(closed).hasValue(1);
        }
    }

    @Test
    void aFileThatIsNoModelLeavesTheFormerInPlace() throws IOException {
        ModelFile good = forest(1);
        try (var registry = registry(Optional.empty(), new AtomicInteger())) {
            registry.put("t", good);

            assertThatThrownBy(() -> registry.put("t", new ModelFile(new byte[] {1, 2, 3}, "{}")))
                    .hasMessageContaining("cannot load the model");
            assertThat(registry.lease("t").orElseThrow().file()).isEqualTo(good);
        }
    }

    @Test
    void noRequestIsLostWhileModelsChange() throws Exception {
        List<ModelFile> files = List.of(forest(1), forest(2), forest(3));
        var closed = new AtomicInteger();
        var stop = new AtomicBoolean();
        var requests = new ArrayList<Future<Integer>>();
        int swaps = 60;
        try (var threads = Executors.newFixedThreadPool(4);
                var registry = registry(Optional.of(files.getFirst()), closed)) {
            for (int t = 0; t < 4; t++) {
                requests.add(threads.submit(() -> {
                    int answered = 0;
                    while (!stop.get() || answered == 0) {
                        answered +=
                                registry.use("t", model -> model.orElseThrow().score(ROWS).length) / ROWS.length;
                    }
                    return answered;
                }));
            }
            for (int i = 0; i < swaps; i++) {
                registry.put("t", files.get(i % files.size()));
            }
            stop.set(true);
            for (Future<Integer> request : requests) {
                assertThat(request.get()).isPositive();
            }
        }
        assertThat(closed).hasValue(swaps + 1);
    }

    private static ModelRegistry<OnnxScorer> registry(Optional<ModelFile> shipped, AtomicInteger closed) {
        return new ModelRegistry<>(
                "test",
                file -> OnnxScorer.open(file.bytes()),
                model -> {
                    model.close();
                    closed.incrementAndGet();
                },
                shipped);
    }

    private static ModelFile forest(long seed) throws IOException {
        var out = new ByteArrayOutputStream();
        IsolationForest.train(ROWS, List.of("a", "b"), new IsolationForest.Settings(10, 4, seed))
                .writeOnnx(out);
        return new ModelFile(out.toByteArray(), "{}");
    }
}
