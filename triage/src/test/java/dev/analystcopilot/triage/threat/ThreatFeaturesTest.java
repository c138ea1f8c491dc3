package dev.analystcopilot.triage.threat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.triage.Alerts;
import dev.analystcopilot.triage.feature.Burst;
import dev.analystcopilot.triage.feature.BurstCollector;
import dev.analystcopilot.triage.feature.BurstFeatures;
import dev.analystcopilot.triage.technique.TechniqueHints;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThreatFeaturesTest {
    private static final int HOUR = 3600;
    private static final int DAY = 24 * HOUR;

    @Test
    void theFirstOnAMachineIsTold() {
        assertThat(column("first_on_anchor", at(0, "a", "X"), at(HOUR, "a", "X"), at(2 * HOUR, "b", "X")))
                .containsExactly(1, 0, 1);
    }

    @Test
    void theFirstAnywhereIsTold() {
        assertThat(column("first_anywhere", at(0, "a", "X"), at(HOUR, "b", "X")))
                .containsExactly(1, 0);
    }

    @Test
    void whatComesAtTheSameTimeOfOtherDaysIsTold() {
        assertThat(column(
                        "same_time_other_days",
                        at(0, "a", "X"),
                        at(DAY + 600, "a", "X"),
                        at(2 * DAY + 40_000, "a", "X")))
                .containsExactly(0.5f, 0.5f, 0);
    }

    @Test
    void threeOtherDaysAreAsGoodAsEvery() {
        var daily = new StoredAlert[30];
        for (int day = 0; day < daily.length; day++) {
            daily[day] = at((long) day * DAY, "a", "X");
        }
        assertThat(column("same_time_other_days", daily)).containsOnly(0.75f);
    }

    @Test
    void tellingWordsNearbyOnTheMachineCount() {
        float[] near = column("words_near", at(0, "a", "Web shell found"), at(60, "a", "X"), at(90, "b", "X"));
        assertThat(near[1]).isGreaterThan(0.3f);
        assertThat(near[2]).isZero();
    }

    @Test
    void tellingWordsAnywhereCountAround() {
        float[] around = column("words_around", at(0, "a", "Web shell found"), at(60, "b", "X"), at(9_000, "b", "X"));
        assertThat(around[1]).isGreaterThan(0.3f);
        assertThat(around[2]).isZero();
    }

    @Test
    void tellingWordsHoursBeforeOnTheMachineCount() {
        float[] before =
                column("words_before", at(0, "a", "Web shell found"), at(5 * HOUR, "a", "X"), at(20 * HOUR, "a", "Y"));
        assertThat(before[1]).isGreaterThan(0.3f);
        assertThat(before[2]).isZero();
    }

    @Test
    void oneKindOnManyMachinesAtOnceIsTold() {
        assertThat(column("anchors_at_once", at(0, "a", "X"), at(10, "b", "X"), at(20, "c", "X"), at(HOUR, "d", "X")))
                .containsExactly(2 / 3f, 2 / 3f, 2 / 3f, 0);
    }

    @Test
    void theKindOfStatementIsReadFromTheWords() {
        assertThat(column("kind_login", at(0, "a", "PAM: Login session opened"), at(9, "a", "HTTP invalid length")))
                .containsExactly(1, 0);
    }

    private static StoredAlert at(long second, String host, String title) {
        return Alerts.alert(host + "-" + second + "-" + title, second, host, title, Severity.UNKNOWN);
    }

    /// The values of one feature, in order of time.
    private static float[] column(String name, StoredAlert... alerts) {
        var collector = new BurstCollector();
        Arrays.stream(alerts)
                .sorted(Comparator.comparing(StoredAlert::time).thenComparing(StoredAlert::id))
                .forEach(collector);
        List<Burst> bursts = collector.bursts();
        float[][] rows = ThreatFeatures.rows(
                bursts, BurstFeatures.of(bursts), new WordMeanings(TechniqueHints.load(), TechniqueCatalog.load()));
        var column = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            column[i] = rows[i][ThreatFeatures.NAMES.indexOf(name)];
        }
        return column;
    }
}
