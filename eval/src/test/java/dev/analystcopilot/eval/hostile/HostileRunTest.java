package dev.analystcopilot.eval.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.embedded.TestDatabase;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The bench, in small.
@Tag("slow")
class HostileRunTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final int QUESTIONS = 440;

    @Test
    void noRowOfAnotherTenantOrAudienceComesUp() {
        var walls = new TwoWalls();
        walls.store(DB.database());

        assertThat(new HostileRun(DB.database(), walls.ids(), 1).ask(QUESTIONS))
                .hasSize(11)
                .allSatisfy((store, count) -> {
                    assertThat(count.rows()).as(store).isPositive();
                    assertThat(count.foreign()).as(store).isZero();
                    assertThat(count.broken()).as(store).isZero();
                });
    }
}
