package dev.analystcopilot.knowledge.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.embedded.TestDatabase;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class ReservedConnectionsTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    @Test
    void aTokenIsLookedUpWhileWorkHoldsEveryOtherConnection() throws InterruptedException {
        var held = new CountDownLatch(Database.POOL_SIZE);
        var over = new CountDownLatch(1);
        try (var work = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < Database.POOL_SIZE; i++) {
                work.execute(() -> DB.database().transactions().in(Scope.analyst("demo"), handle -> {
                    held.countDown();
                    return awaited(over);
                }));
            }
            held.await();
            try {
                assertThat(DB.database().tokens().find("nobody's")).isEmpty();
            } finally {
                over.countDown();
            }
        }
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
