package dev.analystcopilot.knowledge.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.format.AlertReader;
import dev.analystcopilot.knowledge.format.AlertRecord;
import dev.analystcopilot.knowledge.format.AlertSource;
import dev.analystcopilot.knowledge.format.ReadOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The demo's files read by the product's own parsers.
class DemoParsesTest {
    private static final Instant END = Instant.parse("2026-07-22T12:00:00Z");
    private static final List<Alert> ALERTS = new ArrayList<>();
    private static final List<AlertRecord.Rejected> REJECTED = new ArrayList<>();

    @TempDir
    static Path dir;

    @BeforeAll
    static void readBothFiles() throws IOException {
        var written = DemoBacklog.writeTo(dir, END, DemoBacklog.DEFAULT_SEED);
        for (Path file : List.of(written.ocsf(), written.wazuh())) {
            AlertReader.open(AlertSource.file(file), "auto", ReadOptions.none()).read(record -> {
                switch (record) {
                    case AlertRecord.Parsed parsed -> ALERTS.add(parsed.alert());
                    case AlertRecord.Rejected rejected -> REJECTED.add(rejected);
                }
            });
        }
    }

    @Test
    void nothingIsRejected() {
        assertThat(REJECTED).isEmpty();
    }

    @Test
    void everyAlertKeepsItsOwnId() {
        assertThat(ids(ALERTS))
                .isEqualTo(DemoBacklog.compose(END, DemoBacklog.DEFAULT_SEED).stream()
                        .map(DemoAlert::id)
                        .collect(Collectors.toSet()));
    }

    @Test
    void everyAlertIsAboutSomething() {
        assertThat(ALERTS).allSatisfy(alert -> assertThat(alert.entities()).isNotEmpty());
    }

    @Test
    void severitiesOutcomesAndTechniquesAreMixed() {
        assertThat(ALERTS.stream().map(Alert::severity))
                .contains(Severity.INFORMATIONAL, Severity.LOW, Severity.MEDIUM, Severity.HIGH, Severity.CRITICAL);
        assertThat(ALERTS.stream().map(Alert::outcome)).contains(Outcome.values());
        assertThat(ALERTS.stream().filter(alert -> alert.techniques().isEmpty()))
                .hasSizeBetween(1_000, 3_500);
    }

    @Test
    void bothIntrusionsHaveStepsThatSucceeded() {
        var truth = DemoTruth.of(END, DemoBacklog.DEFAULT_SEED);

        assertThat(ALERTS.stream()
                        .filter(alert -> truth.web().contains(alert.id()))
                        .map(Alert::outcome))
                .contains(Outcome.ATTEMPTED, Outcome.SUCCEEDED);
        assertThat(ALERTS.stream()
                        .filter(alert -> truth.mail().contains(alert.id()))
                        .map(Alert::outcome))
                .contains(Outcome.ATTEMPTED, Outcome.SUCCEEDED);
    }

    private static Set<String> ids(List<Alert> alerts) {
        return alerts.stream().map(Alert::id).collect(Collectors.toSet());
    }
}
