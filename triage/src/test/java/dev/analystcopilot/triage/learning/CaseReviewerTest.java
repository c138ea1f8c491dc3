package dev.analystcopilot.triage.learning;

import static dev.analystcopilot.triage.learning.Judged.FRIDAY;
import static dev.analystcopilot.triage.learning.Judged.MONDAY;
import static dev.analystcopilot.triage.learning.Judged.alert;
import static dev.analystcopilot.triage.learning.Judged.alike;
import static dev.analystcopilot.triage.learning.Judged.onAlert;
import static dev.analystcopilot.triage.learning.Judged.onCase;
import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.learning.Judgement;
import dev.analystcopilot.triage.disposition.Reason;
import dev.analystcopilot.triage.phrase.Phrases;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaseReviewerTest {
    private static final String CASE = "case-1";
    private static final Phrases PHRASES = new Phrases();
    private static final StoredAlert SCAN =
            alert("a-1", MONDAY, "scan", Severity.MEDIUM, "host:web-01", "ip:192.0.2.7", "file:/var/log/scan-17.log");
    private static final Judgement KNOWN = alike("v-1", SCAN, Verdict.FALSE_POSITIVE, Optional.empty());

    private static StoredAlert later(Severity severity, String... entities) {
        return alert("a-2", MONDAY.plus(Duration.ofDays(1)), "scan", severity, entities);
    }

    @Test
    void aLaterEqualAlertIsSetAside() {
        assertThat(review(List.of(KNOWN), later(Severity.MEDIUM, "host:web-01", "ip:192.0.2.7")))
                .isEqualTo(new Review.Holds(KNOWN, Verdict.FALSE_POSITIVE));
    }

    @Test
    void aHigherSeverityReopens() {
        assertThat(reopened(List.of(KNOWN), later(Severity.HIGH, "host:web-01")))
                .extracting(Reason::code)
                .containsExactly("higher-severity");
    }

    @Test
    void aNewHostOrAddressOrAccountReopensAndIsNamed() {
        assertThat(reopened(List.of(KNOWN), later(Severity.MEDIUM, "host:db-02"))
                        .getFirst()
                        .text()
                        .en())
                .isEqualTo("\"scan\" names a host that was not there when alerts like it were judged: db-02");
        assertThat(reopened(List.of(KNOWN), later(Severity.LOW, "host:web-01", "ip:198.51.100.9")))
                .extracting(Reason::code)
                .containsExactly("new-entity");
        assertThat(reopened(List.of(KNOWN), later(Severity.LOW, "host:web-01", "user:root")))
                .hasSize(1);
    }

    @Test
    void aFileThatDiffersInItsNumbersIsNotNew() {
        assertThat(review(List.of(KNOWN), later(Severity.MEDIUM, "host:web-01", "file:/tmp/x/scan-18.log")))
                .isInstanceOf(Review.Holds.class);
    }

    @Test
    void afterItsEndItSaysNothing() {
        assertThat(reopened(List.of(KNOWN), alert("a-3", FRIDAY, "scan", Severity.LOW, "host:web-01")))
                .extracting(Reason::code)
                .containsExactly("verdict-ended");
    }

    @Test
    void anotherKindOfAlertBesideItKeepsTheCase() {
        assertThat(review(
                        List.of(KNOWN),
                        later(Severity.MEDIUM, "host:web-01"),
                        alert("a-4", MONDAY, "shell", Severity.HIGH, "host:web-01")))
                .isEqualTo(new Review.Untouched());
    }

    @Test
    void limitedToAnEntityItSaysNothingOfOthers() {
        Judgement limited = alike("v-2", SCAN, Verdict.BENIGN, Optional.of("ip:192.0.2.7"));

        assertThat(review(List.of(limited), later(Severity.MEDIUM, "host:web-01")))
                .isEqualTo(new Review.Untouched());
        assertThat(review(List.of(limited), later(Severity.MEDIUM, "host:web-01", "ip:192.0.2.7")))
                .isInstanceOf(Review.Holds.class);
    }

    @Test
    void aFloorHoldsAgainstVerdictsOnOtherAlerts() {
        var floor = Optional.of(new Reason("floor-critical", PHRASES.of("learning.floor-critical")));
        var reviewer = new CaseReviewer(Suppressions.of(List.of(KNOWN)), PHRASES);

        assertThat(reviewer.review(CASE, List.of(later(Severity.MEDIUM, "host:web-01")), floor))
                .isEqualTo(new Review.Reopened(KNOWN, List.of(floor.get())));
    }

    @Test
    void aVerdictOnTheCaseItselfHoldsAlsoAboveAFloor() {
        Judgement own = onCase("v-3", CASE, Verdict.BENIGN, SCAN);
        var floor = Optional.of(new Reason("floor-critical", PHRASES.of("learning.floor-critical")));

        assertThat(new CaseReviewer(Suppressions.of(List.of(own)), PHRASES).review(CASE, List.of(SCAN), floor))
                .isEqualTo(new Review.Holds(own, Verdict.BENIGN));
    }

    @Test
    void aCaseThatGrewByAnotherKindIsShownAgain() {
        Judgement own = onCase("v-4", CASE, Verdict.BENIGN, SCAN);

        assertThat(reopened(List.of(own), SCAN, alert("a-5", FRIDAY, "shell", Severity.LOW, "host:web-01")))
                .extracting(Reason::code)
                .containsExactly("new-kind");
    }

    @Test
    void anAttackWhoseAlertWasJudgedSoIsShownAsOne() {
        Judgement attack = onAlert("v-5", SCAN, Verdict.TRUE_POSITIVE);

        assertThat(review(List.of(KNOWN, attack), SCAN)).isEqualTo(new Review.Holds(attack, Verdict.TRUE_POSITIVE));
    }

    @Test
    void theOrderOfVerdictsInTheStoreDoesNotMatter() {
        Judgement attack = onAlert("v-5", SCAN, Verdict.TRUE_POSITIVE);

        assertThat(review(List.of(attack, KNOWN), SCAN)).isEqualTo(review(List.of(KNOWN, attack), SCAN));
    }

    @Test
    void withoutVerdictsNothingIsTouched() {
        assertThat(review(List.of(), SCAN)).isEqualTo(new Review.Untouched());
    }

    private static Review review(List<Judgement> standing, StoredAlert... alerts) {
        return new CaseReviewer(Suppressions.of(standing), PHRASES).review(CASE, List.of(alerts), Optional.empty());
    }

    private static List<Reason> reopened(List<Judgement> standing, StoredAlert... alerts) {
        return review(standing, alerts) instanceof Review.Reopened open ? open.reasons() : List.of();
    }
}
