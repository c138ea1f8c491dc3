package dev.analystcopilot.knowledge.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.Entity;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Reads public alerts that lie beside the checkout; without them these tests are skipped.
class RealAlertsTest {

    @Test
    void everyRowOfASmallNetworkIsAnAlertOfItsOwn() {
        Set<String> ids = new HashSet<>();
        Path file = data("alerts/ait-ads/russellmitchell.csv.gz");

        var counts = AlertReader.open(AlertSource.file(file), "auto", ReadOptions.none())
                .read(record -> {
                    if (record instanceof AlertRecord.Parsed(long line, Alert alert)) {
                        ids.add(alert.id());
                    }
                });

        assertThat(List.of(counts.parsed(), counts.rejected(), (long) ids.size()))
                .isEqualTo(List.of(45_544L, 0L, 45_544L));
    }

    @Test
    void noLabelIsLeftInAnyAlert() {
        Path file = data("alerts/ait-ads/russellmitchell.csv.gz");
        var labelled = new AtomicLong();

        AlertReader.open(AlertSource.file(file), "ait-ads", ReadOptions.none()).read(record -> {
            if (record.toString().contains("label") || record.toString().contains("false_positive")) {
                labelled.incrementAndGet();
            }
        });

        assertThat(labelled).hasValue(0);
    }

    @Test
    @Tag("slow")
    void aLargeNetworkIsReadFast() {
        Path file = data("alerts/ait-ads/fox.csv.gz");
        ThreadMXBean thread = ManagementFactory.getThreadMXBean();
        long start = thread.getCurrentThreadCpuTime();

        var counts = AlertReader.open(AlertSource.file(file), "ait-ads", ReadOptions.none())
                .read(record -> {});

        double seconds = (thread.getCurrentThreadCpuTime() - start) / 1e9;
        System.out.printf("fox.csv.gz: %,d records, %,.0f a second%n", counts.parsed(), counts.parsed() / seconds);
        // A tenth of what a warm machine does: slow ones pass, a quadratic mistake does not.
        assertThat(counts.parsed() / seconds).isGreaterThan(20_000);
    }

    @Test
    void wazuhHitsAreFoundOneObjectDeeper() {
        List<Alert> alerts = wazuh().alerts();

        assertThat(alerts)
                .hasSize(10)
                .allSatisfy(alert -> assertThat(alert.source()).isEqualTo("wazuh"));
    }

    @Test
    void wazuhHitsNameHostsAndAddresses() {
        assertThat(wazuh().alerts())
                .allSatisfy(alert -> assertThat(alert.entities()).hasAtLeastOneElementOfType(Entity.Host.class))
                .allSatisfy(alert -> assertThat(alert.entities()).hasAtLeastOneElementOfType(Entity.Ip.class));
    }

    @Test
    void wazuhHitsKeepNoVerdict() {
        assertThat(wazuh().alerts()).noneMatch(alert -> alert.raw().contains("\"label\""));
    }

    @Test
    void everySecurityAlertIsReadWithItsProcessesAndFiles() {
        List<Alert> alerts = Stream.of(34, 38, 39, 55)
                .map(incident -> data("alerts/secrl/incident_" + incident + "/alerts.jsonl"))
                .flatMap(file ->
                        Reading.of(AlertReader.open(AlertSource.file(file), "auto", ReadOptions.none()))
                                .alerts()
                                .stream())
                .toList();

        assertThat(alerts).hasSize(90).extracting(Alert::entities).doesNotContain(List.of());
        assertThat(alerts.stream().filter(alert -> !alert.lineage().isEmpty()))
                .hasSizeGreaterThan(55)
                .extracting(Alert::details)
                .allMatch(details -> details.containsKey("process.image"));
    }

    @Test
    void noMachineOfTheSecurityAlertsHasTwoNames() {
        Path file = data("alerts/secrl/incident_39/alerts.jsonl");
        List<String> hosts =
                Reading.of(AlertReader.open(AlertSource.file(file), "sentinel", ReadOptions.none())).alerts().stream()
                        .flatMap(alert -> alert.entities().stream())
                        .filter(Entity.Host.class::isInstance)
                        .map(Entity::value)
                        .distinct()
                        .toList();

        assertThat(hosts).isNotEmpty().noneMatch(name -> name.contains("."));
    }

    private static Reading wazuh() {
        Path file = data("alerts/wazuh/triage-sample.jsonl");
        return Reading.of(AlertReader.open(AlertSource.file(file), "auto", ReadOptions.none()));
    }

    private static Path data(String name) {
        Path file = Path.of(System.getProperty("copilot.root", "."))
                .toAbsolutePath()
                .normalize()
                .resolveSibling("shared")
                .resolve("data")
                .resolve(name);
        assumeTrue(Files.isReadable(file), "needs ../shared/data/" + name + ", which is not here");
        return file;
    }
}
