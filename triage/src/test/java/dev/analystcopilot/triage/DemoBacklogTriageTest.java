package dev.analystcopilot.triage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.knowledge.demo.DemoBacklog;
import dev.analystcopilot.knowledge.demo.DemoTruth;
import dev.analystcopilot.knowledge.format.AlertReader;
import dev.analystcopilot.knowledge.format.AlertRecord;
import dev.analystcopilot.knowledge.format.AlertSource;
import dev.analystcopilot.knowledge.format.ReadOptions;
import dev.analystcopilot.triage.fingerprint.Fingerprinter;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a stranger sees first: the demo's two intrusions must stand out of its noise.
class DemoBacklogTriageTest {
    private static final Instant END = Instant.parse("2026-07-22T12:00:00Z");
    private static final DemoTruth TRUTH = DemoTruth.of(END, DemoBacklog.DEFAULT_SEED);
    private static final List<TriageCase> CASES = new ArrayList<>();

    @TempDir
    static Path dir;

    @BeforeAll
    static void triageTheDemo() throws IOException {
        var written = DemoBacklog.writeTo(dir, END, DemoBacklog.DEFAULT_SEED);
        var fingerprinter = new Fingerprinter();
        var alerts = new ArrayList<StoredAlert>();
        for (Path file : List.of(written.ocsf(), written.wazuh())) {
            AlertReader.open(AlertSource.file(file), "auto", ReadOptions.none()).read(record -> {
                if (record instanceof AlertRecord.Parsed parsed) {
                    alerts.add(StoredAlert.of(
                            parsed.alert(), fingerprinter.of(parsed.alert()).hash()));
                }
            });
        }
        alerts.sort(Comparator.comparing(StoredAlert::time).thenComparing(StoredAlert::id));
        var engine = new TriageEngine(TechniqueCatalog.load());
        alerts.forEach(engine);
        CASES.addAll(engine.outcome().cases());
    }

    /// Two thirds of its alerts are single refused requests, which look like every day's: a third is what tells.
    @Test
    void theWebIntrusionIsInTheFirstThreeCases() {
        assertThat(CASES.subList(0, 3))
                .anySatisfy(one -> assertThat(share(one, TRUTH.web())).isGreaterThan(.33));
    }

    @Test
    void theMailIntrusionIsInTheFirstThreeCases() {
        assertThat(CASES.subList(0, 3))
                .anySatisfy(one -> assertThat(share(one, TRUTH.mail())).isGreaterThan(.5));
    }

    /// How much of an intrusion lies in one case.
    private static double share(TriageCase one, Set<String> truth) {
        return (double) one.alertIds().stream().filter(truth::contains).count() / truth.size();
    }
}
