package dev.analystcopilot.triage.threat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.analystcopilot.embeddings.score.GradientBoosting;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.triage.Alerts;
import dev.analystcopilot.triage.feature.Burst;
import dev.analystcopilot.triage.feature.BurstCollector;
import dev.analystcopilot.triage.feature.BurstFeatures;
import dev.analystcopilot.triage.model.ModelFile;
import dev.analystcopilot.triage.technique.TechniqueHints;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThreatModelTest {
    private static final TechniqueCatalog CATALOG = TechniqueCatalog.load();

    @Test
    void theStepsOfAnIntrusionAreMoreOfAThreatThanEveryHoursRoutine() {
        Map<String, Float> threats = threats(Alerts.daysWithAnIntrusion());
        assertThat(threats.get("Web shell written to the web root"))
                .isGreaterThan(10 * threats.get("Antivirus signatures updated"));
    }

    @Test
    void whatTalksOutwardsEvenlyForHoursCallsHome() {
        var alerts = new ArrayList<>(Alerts.daysWithAnIntrusion());
        for (int i = 0; i < 500; i++) {
            alerts.add(Alerts.alert("b" + i, 1_000 + 15L * i, "pc-7", "DNS query to suspicious TLD", Severity.UNKNOWN));
        }
        assertThat(threats(alerts).get("DNS query to suspicious TLD")).isGreaterThanOrEqualTo(0.9f);
    }

    @Test
    void theSameTalkAtRandomTimesDoesNotCallHome() {
        var alerts = new ArrayList<>(Alerts.daysWithAnIntrusion());
        for (int i = 0; i < 500; i++) {
            long jitter = (long) (7 * i * Math.abs(Math.sin(i)));
            alerts.add(Alerts.alert("b" + i, 1_000 + jitter, "pc-7", "DNS query to suspicious TLD", Severity.UNKNOWN));
        }
        assertThat(threats(alerts).get("DNS query to suspicious TLD")).isLessThan(0.9f);
    }

    @Test
    void anEvenRhythmOfRoutineIsNoBeacon() {
        Map<String, Float> threats = threats(Alerts.daysWithAnIntrusion());
        assertThat(threats.get("Antivirus signatures updated")).isLessThan(0.1f);
    }

    @Test
    void aModelOfOtherFeaturesIsRefused() {
        byte[] other = GradientBoosting.train(
                        new float[][] {{0}, {1}},
                        new float[] {0, 1},
                        new float[] {1, 1},
                        List.of("something_else"),
                        GradientBoosting.Settings.defaults())
                .onnx(Map.of());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ThreatModel.of(new ModelFile(other, "{}")))
                .withMessageContaining("Train it again");
    }

    @Test
    void allFeaturesLieBetweenNoneAndAll() {
        List<Burst> bursts = bursts(Alerts.daysWithAnIntrusion());
        for (float[] row : ThreatFeatures.rows(bursts, BurstFeatures.of(bursts), words())) {
            for (int f = 0; f < row.length; f++) {
                assertThat(row[f]).as(ThreatFeatures.NAMES.get(f)).isBetween(0f, 1f);
            }
        }
    }

    /// The highest of each title.
    private static Map<String, Float> threats(List<StoredAlert> alerts) {
        List<Burst> bursts = bursts(alerts);
        Map<String, Float> byTitle = new HashMap<>();
        try (ThreatModel model = ThreatModel.shipped()) {
            float[] threats = model.threats(bursts, BurstFeatures.of(bursts), words());
            for (int i = 0; i < threats.length; i++) {
                byTitle.merge(bursts.get(i).sample().title(), threats[i], Math::max);
            }
        }
        return byTitle;
    }

    private static WordMeanings words() {
        return new WordMeanings(TechniqueHints.load(), CATALOG);
    }

    private static List<Burst> bursts(List<StoredAlert> alerts) {
        var collector = new BurstCollector();
        alerts.stream()
                .sorted(Comparator.comparing(StoredAlert::time).thenComparing(StoredAlert::id))
                .forEach(collector);
        return collector.bursts();
    }
}
