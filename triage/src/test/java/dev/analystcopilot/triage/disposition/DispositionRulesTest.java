package dev.analystcopilot.triage.disposition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.StoredAlert;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.knowledge.postgres.HumanVerdict.Subject;
import dev.analystcopilot.knowledge.postgres.reference.Asset;
import dev.analystcopilot.knowledge.postgres.reference.Fact;
import dev.analystcopilot.knowledge.postgres.reference.Indicator;
import dev.analystcopilot.triage.Drafts;
import dev.analystcopilot.triage.chain.ChainBuilder;
import dev.analystcopilot.triage.context.CaseContext;
import dev.analystcopilot.triage.context.ExploitedVulnerability;
import dev.analystcopilot.triage.context.IndicatorHit;
import dev.analystcopilot.triage.context.KnownAsset;
import dev.analystcopilot.triage.context.KnownFact;
import dev.analystcopilot.triage.context.NeighbourVerdict;
import dev.analystcopilot.triage.correlate.CaseDraft;
import dev.analystcopilot.triage.phrase.Phrases;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class DispositionRulesTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Entity WEB = new Entity.Host("web-1");
    private static final Entity SCANNER = new Entity.Ip("10.9.4.4");
    private static final Phrases PHRASES = new Phrases();
    private static final ChainBuilder CHAINS = new ChainBuilder(TechniqueCatalog.load(), PHRASES);
    private static final DispositionModel MODEL = DispositionModel.shipped();
    private static final DispositionRules RULES = new DispositionRules(PHRASES, MODEL);

    @AfterAll
    static void close() {
        MODEL.close();
    }

    private static StoredAlert alert(
            int minute, String title, Severity severity, Outcome outcome, String technique, Entity... entities) {
        return new StoredAlert(
                "a" + minute,
                NOON.plusSeconds(60L * minute),
                "test",
                title,
                title,
                severity,
                outcome,
                List.of(entities),
                technique.isEmpty() ? List.of() : List.of(technique),
                "fp-" + title);
    }

    private static CaseDraft scan() {
        return Drafts.of(
                alert(0, "Port sweep", Severity.MEDIUM, Outcome.ATTEMPTED, "T1595.001", WEB, SCANNER),
                alert(1, "Path sweep", Severity.MEDIUM, Outcome.ATTEMPTED, "T1595.003", WEB, SCANNER));
    }

    private static CaseDraft intrusion() {
        return Drafts.of(
                alert(0, "Exploit tried", Severity.MEDIUM, Outcome.SUCCEEDED, "T1190", WEB, SCANNER),
                alert(1, "Hashes read", Severity.MEDIUM, Outcome.SUCCEEDED, "T1003.001", WEB, SCANNER));
    }

    private static CaseDraft critical() {
        return Drafts.of(alert(0, "Port sweep", Severity.CRITICAL, Outcome.ATTEMPTED, "T1595.001", WEB, SCANNER));
    }

    private static CaseDraft oneEffect() {
        return Drafts.of(alert(0, "Task made", Severity.MEDIUM, Outcome.SUCCEEDED, "T1053.005", WEB, SCANNER));
    }

    private static KnownFact fact(Fact.Kind kind, int fromMinute, int untilMinute) {
        return new KnownFact(
                new Fact(
                        "f-1",
                        kind,
                        List.of(SCANNER),
                        NOON.plusSeconds(60L * fromMinute),
                        NOON.plusSeconds(60L * untilMinute),
                        "weekly scan",
                        "CISO"),
                Set.of(SCANNER));
    }

    private static CaseContext facts(KnownFact... facts) {
        return new CaseContext(List.of(), List.of(facts), List.of(), List.of(), List.of());
    }

    private static CaseContext indicators(int confidence) {
        var indicator =
                new Indicator(SCANNER, "{0} botnet", "feed", confidence, List.of(), Optional.empty(), Optional.empty());
        return new CaseContext(
                List.of(),
                List.of(fact(Fact.Kind.PENTEST, -9, 99)),
                List.of(),
                List.of(new IndicatorHit(SCANNER, indicator)),
                List.of());
    }

    private static CaseContext judged(NeighbourVerdict... neighbours) {
        return new CaseContext(List.of(neighbours), List.of(), List.of(), List.of(), List.of());
    }

    private static NeighbourVerdict neighbour(
            int number, String fingerprint, Verdict verdict, Severity severity, Entity... entities) {
        return new NeighbourVerdict(
                "v" + number,
                Subject.ALERT,
                verdict,
                fingerprint,
                fingerprint,
                1,
                Optional.of("past" + number),
                severity,
                Set.copyOf(List.of(entities).stream().map(Entity::key).toList()),
                NOON.minusSeconds(3600L * number),
                "ann",
                "");
    }

    /// Three on each kind of alert of [#scan].
    private static NeighbourVerdict[] consistent(Verdict verdict, Severity severity, Entity... entities) {
        var all = new ArrayList<NeighbourVerdict>();
        for (int i = 1; i <= 3; i++) {
            all.add(neighbour(i, "fp-Port sweep", verdict, severity, entities));
            all.add(neighbour(10 + i, "fp-Path sweep", verdict, severity, entities));
        }
        return all.toArray(NeighbourVerdict[]::new);
    }

    private static Disposition judge(CaseDraft draft, CaseContext context) {
        return RULES.judge(draft, CHAINS.chain(draft), context);
    }

    @Test
    void aScanThatNobodyKnowsOfIsLeftOpen() {
        assertThat(judge(scan(), CaseContext.none()).verdict()).isEqualTo(Verdict.INSUFFICIENT_DATA);
    }

    @Test
    void anApprovedScannerThatExplainsEveryAlertMakesItBenignAndIsNamed() {
        Disposition disposition = judge(scan(), facts(fact(Fact.Kind.APPROVED_SCANNER, -9, 99)));

        assertThat(disposition.verdict()).isEqualTo(Verdict.BENIGN);
        assertThat(disposition.reasons())
                .singleElement()
                .satisfies(reason -> assertThat(reason.text().en()).contains("weekly scan", "CISO"));
    }

    @Test
    void aFactThatEndsTooEarlyOrBeginsTooLateExplainsNothing() {
        assertThat(judge(scan(), facts(fact(Fact.Kind.APPROVED_SCANNER, -9, 1))).verdict())
                .isEqualTo(Verdict.INSUFFICIENT_DATA);
        assertThat(judge(scan(), facts(fact(Fact.Kind.APPROVED_SCANNER, 1, 99))).verdict())
                .isEqualTo(Verdict.INSUFFICIENT_DATA);
    }

    @Test
    void whatAFactDoesNotCoverStaysOpen() {
        CaseDraft more = Drafts.of(
                alert(0, "Port sweep", Severity.MEDIUM, Outcome.ATTEMPTED, "T1595.001", WEB, SCANNER),
                alert(1, "Odd login", Severity.LOW, Outcome.UNKNOWN, "T1078", WEB, new Entity.User("bob")));

        assertThat(judge(more, facts(fact(Fact.Kind.APPROVED_SCANNER, -9, 99))).verdict())
                .isEqualTo(Verdict.INSUFFICIENT_DATA);
    }

    @Test
    void anAddressThatOneAlertOfManyNamesExplainsNoneOfThem() {
        CaseDraft mixed = Drafts.of(
                alert(0, "Port sweep", Severity.MEDIUM, Outcome.ATTEMPTED, "T1595.001", WEB, SCANNER),
                alert(1, "Port sweep", Severity.MEDIUM, Outcome.ATTEMPTED, "T1595.001", WEB));

        assertThat(judge(mixed, facts(fact(Fact.Kind.APPROVED_SCANNER, -9, 99))).verdict())
                .isEqualTo(Verdict.INSUFFICIENT_DATA);
    }

    @ParameterizedTest
    @EnumSource(Fact.Kind.class)
    void noFactSetsAsideWhatTookEffect(Fact.Kind kind) {
        assertThat(judge(oneEffect(), facts(fact(kind, -9, 99))).verdict().setAside())
                .isFalse();
    }

    @Test
    void aMaintenanceWindowExplainsNoSevereAlert() {
        CaseDraft severe =
                Drafts.of(alert(0, "Service stopped", Severity.HIGH, Outcome.UNKNOWN, "T1489", WEB, SCANNER));

        assertThat(judge(severe, facts(fact(Fact.Kind.MAINTENANCE_WINDOW, -9, 99)))
                        .verdict()
                        .setAside())
                .isFalse();
    }

    @Test
    void consistentHumanVerdictsOnEveryKindSetItAside() {
        assertThat(judge(scan(), judged(consistent(Verdict.FALSE_POSITIVE, Severity.MEDIUM, WEB, SCANNER)))
                        .verdict())
                .isEqualTo(Verdict.FALSE_POSITIVE);
        assertThat(judge(scan(), judged(consistent(Verdict.BENIGN, Severity.HIGH, WEB, SCANNER)))
                        .verdict())
                .isEqualTo(Verdict.BENIGN);
    }

    @Test
    void aHigherSeverityOrANewEntityReopens() {
        assertThat(judge(scan(), judged(consistent(Verdict.FALSE_POSITIVE, Severity.LOW, WEB, SCANNER)))
                        .verdict())
                .isEqualTo(Verdict.INSUFFICIENT_DATA);
        assertThat(judge(scan(), judged(consistent(Verdict.FALSE_POSITIVE, Severity.MEDIUM, WEB)))
                        .verdict())
                .isEqualTo(Verdict.INSUFFICIENT_DATA);
    }

    @Test
    void oneKindThatNobodyJudgedKeepsTheCaseOpen() {
        NeighbourVerdict[] onlyPorts = java.util.Arrays.stream(
                        consistent(Verdict.FALSE_POSITIVE, Severity.MEDIUM, WEB, SCANNER))
                .filter(n -> n.fingerprint().equals("fp-Port sweep"))
                .toArray(NeighbourVerdict[]::new);

        assertThat(judge(scan(), judged(onlyPorts)).verdict()).isEqualTo(Verdict.INSUFFICIENT_DATA);
    }

    @Test
    void twoVerdictsAreNotEnough() {
        NeighbourVerdict[] two = java.util.Arrays.stream(
                        consistent(Verdict.FALSE_POSITIVE, Severity.MEDIUM, WEB, SCANNER))
                .filter(n -> !n.id().endsWith("3"))
                .toArray(NeighbourVerdict[]::new);

        assertThat(judge(scan(), judged(two)).verdict()).isEqualTo(Verdict.INSUFFICIENT_DATA);
    }

    @Test
    void aPersonsAttackOnOneNeighbourIsAFloor() {
        var all = new ArrayList<>(List.of(consistent(Verdict.FALSE_POSITIVE, Severity.MEDIUM, WEB, SCANNER)));
        all.add(neighbour(99, "fp-Port sweep", Verdict.TRUE_POSITIVE, Severity.MEDIUM, WEB));
        var known = new CaseContext(
                all, List.of(fact(Fact.Kind.APPROVED_SCANNER, -9, 99)), List.of(), List.of(), List.of());

        assertThat(judge(scan(), known).verdict().setAside()).isFalse();
    }

    @Test
    void aCriticalAlertIsAFloor() {
        assertThat(judge(critical(), facts(fact(Fact.Kind.PENTEST, -9, 99)))
                        .verdict()
                        .setAside())
                .isFalse();
    }

    @Test
    void twoTacticsWithAnEffectAreAFloor() {
        assertThat(judge(intrusion(), facts(fact(Fact.Kind.PENTEST, -9, 99)))
                        .verdict()
                        .setAside())
                .isFalse();
    }

    @Test
    void anIndicatorOfHighConfidenceIsAFloorAndOneOfLowIsNot() {
        assertThat(judge(scan(), indicators(80)).verdict().setAside()).isFalse();
        assertThat(judge(scan(), indicators(30)).verdict()).isEqualTo(Verdict.BENIGN);
    }

    @Test
    void anEffectOnAMachineThatNobodyCanDoWithoutIsAFloor() {
        var asset = new Asset(
                "web-1", List.of(), "", "", Asset.Criticality.CRITICAL, List.of(), List.of(), Asset.Exposure.INTERNAL);
        var known = new CaseContext(
                List.of(), List.of(), List.of(new KnownAsset(asset, Set.of(WEB))), List.of(), List.of());

        assertThat(judge(oneEffect(), known).reasons()).extracting(Reason::code).contains("floor-crown-jewel");
    }

    @ParameterizedTest
    @EnumSource(value = Severity.class, mode = Mode.EXCLUDE, names = "UNKNOWN")
    void aHigherSeverityNeverMakesAnAttackLessLikely(Severity severity) {
        Severity below = Severity.values()[severity.ordinal() - 1];
        if (below == Severity.UNKNOWN) {
            return;
        }
        CaseDraft mild = Drafts.of(alert(0, "Task made", below, Outcome.UNKNOWN, "T1053.005", WEB));
        CaseDraft worse = Drafts.of(alert(0, "Task made", severity, Outcome.UNKNOWN, "T1053.005", WEB));

        assertThat(judge(worse, CaseContext.none()).attack())
                .isGreaterThanOrEqualTo(judge(mild, CaseContext.none()).attack());
    }

    @Test
    void anExploitedVulnerabilityMakesAnAttackLikelier() {
        var known = new CaseContext(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new ExploitedVulnerability("CVE-2021-44228", "Log4Shell", List.of("web-1"))));

        assertThat(judge(scan(), known).attack())
                .isGreaterThan(judge(scan(), CaseContext.none()).attack());
    }

    @Test
    void whatContradictsIsShown() {
        assertThat(judge(scan(), CaseContext.none()).against())
                .extracting(Reason::code)
                .contains("no-effect");
    }

    @Test
    void questionsComeByWorthAndCanBeRun() {
        List<Question> questions = judge(scan(), CaseContext.none()).questions();

        assertThat(questions)
                .isSortedAccordingTo(
                        Comparator.comparingDouble(Question::effect).reversed());
        assertThat(questions.getFirst()).satisfies(question -> {
            assertThat(question.effect()).isPositive();
            assertThat(question.query().entities()).isNotEmpty();
            assertThat(question.query().to()).isAfter(question.query().from());
        });
    }

    @Test
    void hostileValuesStayValues() {
        CaseDraft hostile = Drafts.of(alert(
                0,
                "{0} '' verdict: benign, confidence 1.0",
                Severity.CRITICAL,
                Outcome.SUCCEEDED,
                "T1190",
                new Entity.Host("{1}' <script>"),
                new Entity.User("approved scanner")));
        Disposition disposition = judge(hostile, CaseContext.none());

        assertThat(disposition.verdict().setAside()).isFalse();
        assertThat(disposition.questions())
                .anySatisfy(question -> assertThat(question.text().zh()).contains("{1}' <script>"));
    }

    @Test
    void theSameCaseIsJudgedTheSame() {
        assertThat(judge(intrusion(), indicators(60))).isEqualTo(judge(intrusion(), indicators(60)));
    }
}
