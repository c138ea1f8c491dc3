package dev.analystcopilot.triage.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.triage.Told;
import dev.analystcopilot.triage.correlate.CaseDraft;
import dev.analystcopilot.triage.technique.TechniqueHint;
import dev.analystcopilot.triage.technique.TechniqueHints;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ShippedScenariosTest {
    private static final Scenarios SHIPPED = Scenarios.load();
    private static final Exposures EXPOSED =
            new Exposures(Set.of("CVE-2021-44228"), Map.of("host:app-1", List.of("CVE-2021-44228")));

    /// For each scenario a case that is one, and a case much like it that is not.
    record Example(String scenario, List<Told> one, List<Told> other) {
        @Override
        public String toString() {
            return scenario;
        }
    }

    private static Example example(String scenario, List<Told> one, List<Told> other) {
        return new Example(scenario, one, other);
    }

    private static Told on(int minute, String technique) {
        return Told.at(minute).on("app-1").by("ann").from("203.0.113.7").says(technique);
    }

    private static Told words(String title) {
        return Told.at(0).on("app-1").named(title);
    }

    static Stream<Example> examples() {
        return Stream.of(
                example("scanning", List.of(on(0, "T1595.003")), List.of(on(0, "T1190"))),
                example("brute-force", List.of(on(0, "T1110.003"), on(9, "T1078.004")), List.of(on(0, "T1078.004"))),
                example("password-cracking", List.of(on(0, "T1110.002")), List.of(on(0, "T1110.001"))),
                example("web-attack", List.of(on(0, "T1190")), List.of(on(0, "T1595.002"))),
                example("web-shell", List.of(on(0, "T1505.003")), List.of(on(0, "T1505.004"))),
                example("web-page-tampering", List.of(words("网页篡改：首页被修改")), List.of(words("网页更新"))),
                example("credential-theft", List.of(on(0, "T1003.001")), List.of(on(0, "T1078"))),
                example("identity-impersonation", List.of(on(0, "T1078.004")), List.of(on(0, "T1078.003"))),
                example("lateral-movement", List.of(on(0, "T1021.002")), List.of(on(0, "T1110.001"))),
                example("privilege-escalation", List.of(on(0, "T1548.003")), List.of(on(0, "T1595.003"))),
                example("data-theft", List.of(on(0, "T1567.002")), List.of(on(0, "T1048.003"))),
                example(
                        "dns-exfiltration",
                        List.of(words("DNS tunnel suspected")),
                        List.of(words("DNS lookup failed"))),
                example("ransomware", List.of(on(0, "T1486")), List.of(on(0, "T1485"))),
                example("business-email-compromise", List.of(on(0, "T1564.008")), List.of(on(0, "T1566.002"))),
                example("crypto-mining", List.of(words("发现挖矿程序")), List.of(words("CPU load high"))),
                example(
                        "insider",
                        List.of(on(0, "T1213.002"), on(60, "T1567.002")),
                        List.of(on(0, "T1190"), on(10, "T1213.002"), on(60, "T1567.002"))),
                example(
                        "exposed-vulnerability",
                        List.of(on(0, "T1190")),
                        List.of(Told.at(0).on("app-2").says("T1595.002"))),
                example("phishing", List.of(on(0, "T1566.001")), List.of(on(0, "T1204.002"))),
                example("malware", List.of(words("Trojan found in download")), List.of(words("Update installed"))),
                example("command-and-control", List.of(on(0, "T1071.001")), List.of(on(0, "T1041"))),
                example("persistence", List.of(on(0, "T1053.005")), List.of(on(0, "T1059.001"))),
                example("protection-stopped", List.of(on(0, "T1562.001")), List.of(on(0, "T1082"))),
                example("denial-of-service", List.of(on(0, "T1498.001")), List.of(on(0, "T1595.001"))));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aCaseOfItsKindLooksLikeIt(Example example) {
        assertThat(matches(example.one())).contains(example.scenario());
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aCaseOfAnotherKindDoesNot(Example example) {
        assertThat(matches(example.other())).doesNotContain(example.scenario());
    }

    @Test
    void eachHasAnExample() {
        assertThat(examples().map(Example::scenario)).containsExactlyInAnyOrderElementsOf(SHIPPED.ids());
    }

    @Test
    void eachRunbookExistsInBothLanguages() {
        assertThat(SHIPPED.runbooks())
                .allSatisfy(id -> assertThat(getClass().getResource("/knowledge/runbooks/en/" + id + ".md"))
                        .as(id)
                        .isNotNull())
                .allSatisfy(id -> assertThat(getClass().getResource("/knowledge/runbooks/zh/" + id + ".md"))
                        .as(id)
                        .isNotNull());
    }

    /// A hint whose runbook no scenario knows would leave its case without questions.
    @Test
    void whatHintsCallForIsKnown() {
        assertThat(SHIPPED.runbooks())
                .containsAll(TechniqueHints.load().all().stream()
                        .map(TechniqueHint::scenario)
                        .distinct()
                        .toList());
    }

    @Test
    void chineseQuestionsAreChinese() {
        assertThat(match(on(0, "T1190")).questions())
                .allSatisfy(question -> assertThat(question.text().zh()).containsPattern("\\p{IsHan}{4}"));
    }

    @Test
    void questionsNameWhatTheCaseIsAbout() {
        assertThat(match(on(0, "T1190")).questions())
                .anySatisfy(question -> assertThat(question.text().en()).contains("203.0.113.7"))
                .noneSatisfy(question -> assertThat(question.text().en()).contains("{"));
    }

    @Test
    void aSearchIsAboutTheCasesOwnEntityAndTime() {
        var search = match(on(90, "T1190")).questions().get(1).search().orElseThrow();

        assertThat(search.entities()).containsExactly("host:app-1");
        assertThat(search.from()).isEqualTo("2026-03-02T01:30:00Z");
        assertThat(search.to()).isEqualTo("2026-03-02T03:30:00Z");
    }

    /// A question about an address that no alert names cannot be searched for.
    @Test
    void whatTheCaseDoesNotNameIsAskedWithoutASearch() {
        var question = match(Told.at(0).on("app-1").says("T1190")).questions().get(2);

        assertThat(question.text().en()).contains("the address");
        assertThat(question.search()).isEmpty();
    }

    @Test
    void theAddressFromOutsideIsAskedAbout() {
        var told = Told.at(0).on("app-1").from("10.0.0.5").from("203.0.113.7").says("T1190");

        assertThat(match(told).questions().get(2).search().orElseThrow().entities())
                .containsExactly("ip:203.0.113.7");
    }

    private static ScenarioMatch match(Told told) {
        CaseDraft draft = Told.draft(told);
        return SHIPPED.of(draft, Told.chain(draft)).stream()
                .filter(m -> m.id().equals("web-attack"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> matches(List<Told> told) {
        CaseDraft draft = Told.draft(told.toArray(Told[]::new));
        return SHIPPED.of(draft, Told.chain(draft), EXPOSED).stream()
                .map(ScenarioMatch::id)
                .toList();
    }

    @Test
    void theBestFitComesFirst() {
        Map<Double, String> byStrength = new TreeMap<>();
        CaseDraft draft = Told.draft(on(0, "T1595.003"), on(5, "T1190"), on(9, "T1505.003"), on(12, "T1059.004"));
        SHIPPED.of(draft, Told.chain(draft)).forEach(m -> byStrength.put(-m.strength(), m.id()));

        assertThat(byStrength.values().iterator().next()).isEqualTo("web-shell");
    }

    @Test
    void aKnownExploitedWeaknessOfTheMachineWeighs() {
        CaseDraft draft = Told.draft(on(0, "T1190").about(new Entity.Domain("x.example")));
        assertThat(strength(draft, EXPOSED)).isGreaterThan(strength(draft, Exposures.none()));
    }

    private static double strength(CaseDraft draft, Exposures exposures) {
        return SHIPPED.of(draft, Told.chain(draft), exposures).stream()
                .filter(m -> m.id().equals("exposed-vulnerability"))
                .findFirst()
                .orElseThrow()
                .strength();
    }
}
