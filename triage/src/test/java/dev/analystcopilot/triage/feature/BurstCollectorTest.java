package dev.analystcopilot.triage.feature;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.triage.Alerts;
import java.util.List;
import java.util.Map;
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
    void aBurstKeepsTheProcessesOfAllItsAlerts() {
        collector.accept(told("a", 0, List.of("h|2|9", "h|1|8"), Map.of()));
        collector.accept(told("b", 1, List.of("h|3|9", "h|1|8"), Map.of()));

        assertThat(collector.bursts().getFirst().lineage()).containsExactly("h|2|9", "h|1|8", "h|3|9");
        assertThat(collector.bursts().getFirst().actors()).containsExactly("h|2|9", "h|3|9");
    }

    @Test
    void aBurstKeepsTheFirstFewValuesOfADetail() {
        for (int i = 0; i < 100; i++) {
            collector.accept(told("a" + i, i, List.of(), Map.of("http.status", String.valueOf(400 + i))));
        }

        assertThat(collector.bursts().getFirst().details("http.status"))
                .hasSize(8)
                .startsWith("400", "401");
    }

    private static StoredAlert told(String id, long atSecond, List<String> lineage, Map<String, String> details) {
        StoredAlert plain = Alerts.alert(id, atSecond, "h", "t", Severity.LOW);
        return new StoredAlert(
                plain.id(),
                plain.time(),
                plain.source(),
                plain.rule(),
                plain.title(),
                plain.severity(),
                plain.outcome(),
                plain.entities(),
                plain.techniques(),
                plain.fingerprint(),
                lineage,
                details,
                List.of());
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
