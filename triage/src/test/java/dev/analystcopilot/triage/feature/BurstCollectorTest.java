package dev.analystcopilot.triage.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.triage.Alerts;
import java.util.List;
import org.junit.jupiter.api.Test;

class BurstCollectorTest {
    private final BurstCollector collector = new BurstCollector();

    @Test
    void closeAlertsOfOneKindAreOneBurst() {
        collector.accept(Alerts.alert("a", 0, "h", "t", Severity.LOW));
        collector.accept(Alerts.alert("b", 299, "h", "t", Severity.LOW));

        assertThat(collector.bursts()).singleElement().extracting(Burst::size).isEqualTo(2);
    }

    @Test
    void aPauseEndsABurst() {
        collector.accept(Alerts.alert("a", 0, "h", "t", Severity.LOW));
        collector.accept(Alerts.alert("b", 301, "h", "t", Severity.LOW));

        assertThat(collector.bursts()).hasSize(2);
    }

    @Test
    void aHigherSeverityBreaksOutOfItsGroup() {
        collector.accept(Alerts.alert("a", 0, "h", "t", Severity.LOW));
        collector.accept(Alerts.alert("b", 1, "h", "t", Severity.HIGH));

        assertThat(collector.bursts()).extracting(Burst::severity).containsExactly(Severity.LOW, Severity.HIGH);
    }

    @Test
    void otherHostsAreOtherBursts() {
        collector.accept(Alerts.alert("a", 0, "h", "t", Severity.LOW));
        collector.accept(Alerts.alert("b", 1, "i", "t", Severity.LOW));

        assertThat(collector.bursts()).hasSize(2);
    }

    @Test
    void featuresLieInZeroToOne() {
        Alerts.daysWithAnIntrusion().forEach(collector);

        assertThat(List.of(BurstFeatures.of(collector.bursts()).rows()))
                .allSatisfy(row -> assertThat(row).hasSize(BurstFeatures.NAMES.size()))
                .allSatisfy(row -> {
                    for (float value : row) {
                        assertThat(value).isBetween(0f, 1f);
                    }
                });
    }
}
