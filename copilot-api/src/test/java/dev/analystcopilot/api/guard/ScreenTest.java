package dev.analystcopilot.api.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.api.grounding.EvidenceBook;
import dev.analystcopilot.api.grounding.EvidenceItem.Kind;
import dev.analystcopilot.api.inquiry.EvidenceText;
import dev.analystcopilot.knowledge.demo.DemoBacklog;
import dev.analystcopilot.knowledge.format.AlertReader;
import dev.analystcopilot.knowledge.format.AlertRecord;
import dev.analystcopilot.knowledge.format.AlertSource;
import dev.analystcopilot.knowledge.format.ReadOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nothing is cried out over what is not there: a warning under every answer would soon be read by nobody.
class ScreenTest {
    private final EvidenceBook book = new EvidenceBook();

    @Test
    void findsNothingInTheWayEverydayAlertsAreTold(@TempDir Path dir) throws IOException {
        var demo = DemoBacklog.writeTo(dir, Instant.parse("2026-07-24T00:00:00Z"), DemoBacklog.DEFAULT_SEED);
        tell(demo.ocsf());
        tell(demo.wazuh());

        assertThat(book.items()).hasSizeGreaterThan(4_000);
        assertThat(Screen.findings(book)).isEmpty();
    }

    private void tell(Path file) {
        var _ = AlertReader.open(AlertSource.file(file), "auto", ReadOptions.none())
                .read(record -> {
                    if (record instanceof AlertRecord.Parsed parsed) {
                        var _ = book.add(Kind.ALERT, parsed.alert().id(), "told", EvidenceText.of(parsed.alert()));
                    }
                });
    }
}
