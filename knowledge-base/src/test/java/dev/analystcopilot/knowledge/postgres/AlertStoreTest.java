package dev.analystcopilot.knowledge.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.analystcopilot.knowledge.alert.Alert;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.embedded.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class AlertStoreTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private final Scope scope = Scope.analyst(UUID.randomUUID().toString());

    private static AlertStore alerts() {
        return DB.database().alerts();
    }

    @Test
    void storingAgainAddsNothing() {
        var two = List.of(Samples.alert("a"), Samples.alert("b"));
        alerts().insert(scope, two);

        assertThat(alerts().insert(scope, two)).isEqualTo(new InsertResult(0, 2));
    }

    @Test
    void theSameIdTwiceInOneCallIsOneAlert() {
        assertThat(alerts().insert(scope, List.of(Samples.alert("a"), Samples.alert("a"))))
                .isEqualTo(new InsertResult(1, 1));
    }

    @Test
    void whatTriageReadsHasLineageDetailsAndSigns() {
        Alert plain = Samples.alert("a").alert();
        var alert = new Alert(
                plain.id(),
                plain.source(),
                plain.rule(),
                plain.time(),
                plain.title(),
                plain.message(),
                plain.severity(),
                plain.status(),
                plain.outcome(),
                plain.entities(),
                plain.techniques(),
                plain.raw(),
                List.of("WEB-01|7|t", "web-01|1|t"),
                Map.of("http.status", "404", "file.path", "/a\"\u0000\uD800"));
        alerts().insert(scope, List.of(new NewAlert(alert, "print", "text", List.of("web-shell"))));
        var seen = new ArrayList<StoredAlert>();

        alerts().forEachInTimeOrder(scope, Samples.NOON, Samples.NOON.plusSeconds(1), seen::add);

        assertThat(seen).containsExactly(StoredAlert.of(alert, "print", List.of("web-shell")));
    }

    @Test
    void theyComeInOrderOfTimeThenId() {
        alerts().insert(scope, List.of(at("late", 9), at("b", 5), at("a", 5), at("early", 1), at("outside", 10)));
        var seen = new ArrayList<String>();

        alerts().forEachInTimeOrder(scope, Samples.NOON, Samples.NOON.plusSeconds(10), alert -> seen.add(alert.id()));

        assertThat(seen).containsExactly("early", "a", "b", "late");
    }

    @Test
    void searchFindsByEntity() {
        alerts().insert(
                        scope,
                        List.of(
                                Samples.alert("a", Samples.NOON, "x", "host:web-01", "ip:10.0.0.1"),
                                Samples.alert("b", Samples.NOON, "x", "host:web-02")));

        assertThat(ids(AlertQuery.latest(10).about(List.of("ip:10.0.0.1", "host:none"))))
                .containsExactly("a");
    }

    @Test
    void searchTakesWordsLiterally() {
        alerts().insert(
                        scope,
                        List.of(
                                Samples.alert("a", Samples.NOON, "100% CPU_load \\ done"),
                                Samples.alert("b", Samples.NOON, "100 CPU load")));

        assertThat(ids(AlertQuery.latest(10).containing("100% cpu_LOAD \\"))).containsExactly("a");
    }

    @Test
    void searchFindsAnEntitysValue() {
        alerts().insert(
                        scope,
                        List.of(
                                Samples.alert("a", Samples.NOON, "x", "host:web-01"),
                                Samples.alert("b", Samples.NOON, "x", "host:web-011")));

        assertThat(ids(AlertQuery.latest(10).containing("Web-01"))).containsExactly("a");
    }

    @Test
    void searchGoesOnAfterACursor() {
        alerts().insert(scope, List.of(at("a", 1), at("b", 2), at("c", 2), at("d", 3)));
        List<AlertHit> first = alerts().search(scope, AlertQuery.latest(2));

        assertThat(ids(AlertQuery.latest(2).after(first.getLast().cursor()))).containsExactly("b", "a");
    }

    @Test
    void aCursorThatIsNoneIsRefused() {
        assertThatThrownBy(() -> alerts().search(scope, AlertQuery.latest(2).after("nonsense")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void searchFiltersBySeverityAndTime() {
        alerts().insert(scope, List.of(at("a", 1), at("b", 2)));

        assertThat(ids(AlertQuery.latest(10)
                        .atLeast(Severity.HIGH)
                        .between(Samples.NOON.plusSeconds(2), Samples.NOON.plusSeconds(9))))
                .containsExactly("b");
    }

    @Test
    void aTriageRunReplacesTheFormerOne() {
        alerts().insert(scope, List.of(Samples.alert("a"), Samples.alert("b")));
        DB.database().cases().replaceAll(scope, List.of(caseRow("old")), List.of(triage("a", "old")));
        DB.database().cases().replaceAll(scope, List.of(caseRow("new")), List.of(triage("b", "new")));

        assertThat(DB.database().cases().list(scope, CaseQuery.top(10))).containsExactly(caseRow("new"));
        assertThat(ids(AlertQuery.latest(10).inCase("new").judged(Verdict.TRUE_POSITIVE)))
                .containsExactly("b");
    }

    @Test
    void theOverviewCountsWhatIsSetAside() {
        DB.database()
                .cases()
                .replaceAll(
                        scope,
                        List.of(caseRow("c")),
                        List.of(triage("a", "c"), new AlertTriageRow("b", null, 0.1, Verdict.BENIGN, 0.8)));

        var overview = DB.database().cases().overview(scope);

        assertThat(overview.setAsideAlerts()).isEqualTo(1);
        assertThat(overview.shownCases()).isEqualTo(1);
    }

    @Test
    void aScratchTenantCanBeForgotten() {
        alerts().insert(scope, List.of(Samples.alert("a")));

        alerts().deleteAll(scope);

        assertThat(alerts().count(scope)).isZero();
        assertThat(alerts().timeRange(scope)).isEmpty();
    }

    @Test
    void fortyFiveThousandAreStoredInSeconds() {
        var many = new ArrayList<NewAlert>();
        for (int i = 0; i < 45_544; i++) {
            Instant time = Samples.NOON.plusMillis(i * 37L % 1_000_000);
            many.add(Samples.alert(
                    "id-" + i,
                    time,
                    "Title number " + i % 300,
                    "host:h" + i % 40,
                    "ip:10.0.0." + i % 250,
                    "user:u" + i % 99,
                    "process:/bin/p" + i % 1000));
        }
        Instant begin = Instant.now();
        for (int i = 0; i < many.size(); i += 5_000) {
            alerts().insert(scope, many.subList(i, Math.min(many.size(), i + 5_000)));
        }
        var stored = Duration.between(begin, Instant.now());
        begin = Instant.now();
        var count = new int[1];
        alerts().forEachInTimeOrder(scope, NewAlert.EARLIEST, NewAlert.LATEST, (StoredAlert alert) -> count[0]++);
        System.out.printf("45,544 alerts: stored in %s, read in %s%n", stored, Duration.between(begin, Instant.now()));

        assertThat(count[0]).isEqualTo(45_544);
        // Generous, for machines that do other things meanwhile; the aim is 5 s.
        assertThat(stored).isLessThan(Duration.ofSeconds(30));
    }

    private List<String> ids(AlertQuery query) {
        return alerts().search(scope, query).stream()
                .map(hit -> hit.alert().id())
                .toList();
    }

    private static NewAlert at(String id, int seconds) {
        return Samples.alert(id, Samples.NOON.plusSeconds(seconds), "x");
    }

    private static AlertTriageRow triage(String alert, String caseId) {
        return new AlertTriageRow(alert, caseId, 0.9, Verdict.TRUE_POSITIVE, 0.7);
    }

    private static CaseRow caseRow(String id) {
        return new CaseRow(
                id,
                "Case",
                1.5,
                Verdict.TRUE_POSITIVE,
                0.7,
                Samples.NOON,
                Samples.NOON,
                1,
                List.of("host:web-01"),
                null,
                "{}");
    }
}
