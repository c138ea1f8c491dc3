package dev.analystcopilot.knowledge.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.demo.DemoBacklog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The backlog that a first start shows is read like any other.
class DemoBacklogReadingTest {

    @Test
    void everyDemoAlertIsReadAndHasAnIdOfItsOwn(@TempDir Path folder) throws IOException {
        var demo = DemoBacklog.writeTo(folder, Instant.parse("2026-07-21T00:00:00Z"), DemoBacklog.DEFAULT_SEED);
        var files = AlertSource.files(List.of(demo.ocsf(), demo.wazuh()));

        Reading reading = Reading.of(AlertReader.open(files, "auto", ReadOptions.none()));

        assertThat(reading.rejected()).isEmpty();
        assertThat(new HashSet<>(reading.ids())).hasSize(demo.alerts());
    }
}
