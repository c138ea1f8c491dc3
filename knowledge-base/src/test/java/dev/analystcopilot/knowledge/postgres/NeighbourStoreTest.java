package dev.analystcopilot.knowledge.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.embedded.TestDatabase;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Reach;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Subject;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Undone;
import dev.analystcopilot.knowledge.postgres.learning.Basis;
import dev.analystcopilot.knowledge.postgres.learning.Basis.Print;
import dev.analystcopilot.knowledge.postgres.learning.Judgement;
import dev.analystcopilot.knowledge.postgres.learning.JudgementStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Tag("slow")
class NeighbourStoreTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final Scope ACME = Scope.analyst("acme");
    private static final Scope LARGE = Scope.analyst("large");
    private static final Instant NOON = Samples.NOON;
    private static final int MANY = (int) SearchPlan.INDEX_FROM;

    @BeforeAll
    static void store() {
        DB.database()
                .alerts()
                .insert(
                        ACME,
                        List.of(
                                Samples.alert("a-1", NOON, "a", "host:web-01"),
                                Samples.alert("a-2", NOON.plusSeconds(60), "a", "host:web-02"),
                                Samples.alert("b-1", NOON.plusSeconds(120), "b", "host:web-02"),
                                Samples.alert("c-1", NOON.plusSeconds(180), "c")));
        DB.database()
                .fingerprints()
                .putVectors(
                        ACME,
                        "m",
                        Map.of("print-of-a", vector(1, 0), "print-of-b", vector(1, 1), "print-of-c", vector(0, 1)));
        DB.database()
                .cases()
                .replaceAll(
                        ACME, List.of(), List.of(new AlertTriageRow("a-2", "case-1", 0.5, Verdict.TRUE_POSITIVE, 0.7)));
        DB.database()
                .verdicts()
                .add(
                        ACME,
                        new HumanVerdict(
                                "j-1",
                                HumanVerdict.Subject.ALERT,
                                "a-1",
                                Optional.of("print-of-a"),
                                Verdict.FALSE_POSITIVE,
                                "scanner",
                                "ann",
                                NOON));
        large();
    }

    /// One fingerprint a minute, alone in its time.
    private static void large() {
        var random = new Random(7);
        var alerts = new ArrayList<NewAlert>();
        Map<String, Vector> vectors = new HashMap<>();
        for (int i = 0; i < MANY; i++) {
            alerts.add(Samples.alert("l-" + i, NOON.plus(Duration.ofMinutes(i)), "t" + i));
            float[] values = new float[384];
            for (int d = 0; d < 8; d++) {
                values[d] = (float) random.nextGaussian();
            }
            vectors.put("print-of-t" + i, Vector.of(values));
        }
        DB.database().alerts().insert(LARGE, alerts);
        DB.database().fingerprints().putVectors(LARGE, "m", vectors);
        assertThat(DB.database().neighbours().index(LARGE, "m")).isTrue();
    }

    @Test
    void theNearestComesFirstWithItsAlerts() {
        List<Neighbour> found = nearest(near(3));

        assertThat(found).extracting(Neighbour::fingerprint).containsExactly("print-of-a", "print-of-b", "print-of-c");
        assertThat(found.getFirst().alerts()).isEqualTo(2);
        assertThat(found.getFirst().newest().alert().id()).isEqualTo("a-2");
        assertThat(found.getFirst().newest().triage()).isPresent();
        assertThat(found.getFirst().firstSeen()).isEqualTo(NOON);
    }

    @Test
    void whatAPersonJudgedComesAlong() {
        assertThat(nearest(near(1)).getFirst().verdicts())
                .extracting(HumanVerdict::verdict, HumanVerdict::reason, HumanVerdict::at)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Verdict.FALSE_POSITIVE, "scanner", NOON));
    }

    @Test
    void whatWasTakenBackOrIsOverCountsNoMoreAndACaseIsKnownByItsFingerprints() {
        Scope judged = Scope.analyst("judged");
        DB.database().alerts().insert(judged, List.of(Samples.alert("a-1", NOON, "a")));
        DB.database().fingerprints().putVectors(judged, "m", Map.of("print-of-a", vector(1, 0)));
        var store = new JudgementStore(DB.database());
        store.add(judged, judgement("over", Subject.ALERT, Optional.of(NOON)));
        store.add(judged, judgement("taken-back", Subject.ALERT, Optional.empty()));
        store.add(judged, judgement("on-a-case", Subject.CASE, Optional.empty()));

        store.undo(judged, "taken-back", new Undone(NOON, "ann"));

        assertThat(DB.database()
                        .neighbours()
                        .nearest(judged, near(1))
                        .getFirst()
                        .verdicts())
                .extracting(HumanVerdict::id)
                .containsExactly("on-a-case");
    }

    private static Judgement judgement(String id, Subject subject, Optional<Instant> until) {
        return new Judgement(
                new HumanVerdict(
                        id,
                        subject,
                        subject == Subject.CASE ? "case-gone" : "a-1",
                        Optional.empty(),
                        Verdict.BENIGN,
                        "",
                        "ann",
                        NOON,
                        Reach.valueOf(subject.name()),
                        Optional.empty(),
                        until,
                        Optional.empty()),
                new Basis(
                        Severity.HIGH,
                        List.of(),
                        List.of(new Print("print-of-a", Severity.HIGH, 1)),
                        1,
                        Optional.of(NOON),
                        Optional.empty()));
    }

    @Test
    void onlyFingerprintsWithAnAlertInTheSpanAreFound() {
        assertThat(nearest(near(3).between(Optional.of(NOON.plusSeconds(60)), Optional.of(NOON.plusSeconds(121)))))
                .extracting(Neighbour::fingerprint, Neighbour::alerts)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("print-of-a", 1L),
                        org.assertj.core.groups.Tuple.tuple("print-of-b", 1L));
    }

    @Test
    void aFingerprintSeenBeforeAndAfterTheSpanIsNotFound() {
        assertThat(nearest(near(3).between(Optional.of(NOON.plusSeconds(1)), Optional.of(NOON.plusSeconds(59)))))
                .isEmpty();
    }

    @Test
    void aLaterAlertBringsItsFingerprintIntoTheSpan() {
        Scope scope = Scope.analyst("later");
        Instant day = NOON.plus(Duration.ofDays(1));
        DB.database().alerts().insert(scope, List.of(Samples.alert("a-1", NOON, "a")));
        DB.database().fingerprints().putVectors(scope, "m", Map.of("print-of-a", vector(1, 0)));
        DB.database().alerts().insert(scope, List.of(Samples.alert("a-2", day, "a")));

        assertThat(DB.database().neighbours().nearest(scope, near(3).between(Optional.of(day), Optional.empty())))
                .extracting(found -> found.newest().alert().id(), Neighbour::alerts)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("a-2", 1L));
    }

    @Test
    void vectorsThatComeAfterTheIndexAreFoundThroughIt() {
        Instant late = NOON.plus(Duration.ofDays(100));
        DB.database().alerts().insert(LARGE, List.of(Samples.alert("new", late, "new")));
        DB.database().fingerprints().putVectors(LARGE, "m", Map.of("print-of-new", vector(0.3f, -9)));

        assertThat(prints(DB.database().neighbours().nearest(LARGE, NeighbourQuery.near("m", vector(0.3f, -9), 1))))
                .containsExactly("print-of-new");
    }

    @Test
    void alertsAboutOtherEntitiesDoNotCount() {
        assertThat(nearest(near(3).about(List.of("host:web-01"))))
                .extracting(found -> found.newest().alert().id(), Neighbour::alerts)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("a-1", 1L));
    }

    @Test
    void alertsOfOtherSourcesDoNotCount() {
        assertThat(nearest(near(3).from(Optional.of("other")))).isEmpty();
    }

    @Test
    void theCaseAndTheAlertThatAreLeftOutDoNotCount() {
        assertThat(nearest(near(3).without(Optional.of("case-1"), Optional.of("b-1"))))
                .extracting(found -> found.newest().alert().id())
                .containsExactly("a-1", "c-1");
    }

    @Test
    void anotherTenantFindsNothing() {
        assertThat(DB.database().neighbours().nearest(Scope.analyst("other"), near(3)))
                .isEmpty();
    }

    @Test
    void staffFindNothing() {
        assertThat(DB.database().neighbours().nearest(Scope.staff("acme"), near(3)))
                .isEmpty();
    }

    @Test
    void theIndexFindsWhatComparingAllFinds() {
        long same = 0;
        for (int i = 0; i < 20; i++) {
            NeighbourQuery query = NeighbourQuery.near("m", vector(i - 10, 5), 10);
            List<String> exact = prints(DB.database().neighbours().nearestExactly(LARGE, query));
            same += prints(DB.database().neighbours().nearest(LARGE, query)).stream()
                    .filter(exact::contains)
                    .count();
        }
        assertThat(same).isGreaterThanOrEqualTo(198);
    }

    @Test
    void aNarrowSpanStillGivesAllThatWereAskedFor() {
        Optional<Instant> from = Optional.of(NOON);
        assertThat(DB.database()
                        .neighbours()
                        .nearest(LARGE, near(10).between(from, from.map(f -> f.plus(Duration.ofMinutes(10))))))
                .hasSize(10);
    }

    @Test
    void anIndexIsMadeOnce() {
        assertThat(DB.database().neighbours().index(LARGE, "m")).isFalse();
    }

    @Test
    void staffCannotMakeOne() {
        assertThat(DB.database().neighbours().index(Scope.staff("large"), "m")).isFalse();
    }

    private static List<String> prints(List<Neighbour> found) {
        return found.stream().map(Neighbour::fingerprint).toList();
    }

    private static List<Neighbour> nearest(NeighbourQuery query) {
        return DB.database().neighbours().nearest(ACME, query);
    }

    private static NeighbourQuery near(int limit) {
        return NeighbourQuery.near("m", vector(1, 0.1f), limit);
    }

    private static Vector vector(float x, float y) {
        float[] values = new float[384];
        values[0] = x;
        values[1] = y;
        return Vector.of(values);
    }
}
