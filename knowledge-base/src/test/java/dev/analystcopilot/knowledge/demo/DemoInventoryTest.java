package dev.analystcopilot.knowledge.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.postgres.reference.Fact;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DemoInventoryTest {
    private static final Instant END = Instant.parse("2026-07-21T12:00:00Z");

    @Test
    void theScansFactHoldsForAllOfTheScan() {
        Fact fact = DemoInventory.facts(END).getFirst();

        assertThat(DemoBacklog.compose(END, DemoBacklog.DEFAULT_SEED))
                .filteredOn(alert -> alert.part() == Part.AUTHORISED_SCAN)
                .isNotEmpty()
                .allMatch(alert -> fact.holdsAt(alert.draft().time()));
    }

    @Test
    void theScansFactDoesNotHoldForTheNightOfTheIntrusion() {
        Fact fact = DemoInventory.facts(END).getFirst();

        assertThat(DemoBacklog.compose(END, DemoBacklog.DEFAULT_SEED))
                .filteredOn(alert -> alert.part() == Part.INTRUSION_WEB)
                .isNotEmpty()
                .noneMatch(alert -> fact.entities().stream()
                        .anyMatch(entity -> alert.draft().body().toString().contains(entity.value())));
    }

    @Test
    void everyServerIsKnown() {
        assertThat(DemoInventory.assets())
                .extracting(asset -> asset.host())
                .containsAll(Site.SCANNED.stream().map(Machine::name).toList());
    }
}
