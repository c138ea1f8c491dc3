package dev.analystcopilot.triage.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.postgres.reference.Asset;
import dev.analystcopilot.triage.Told;
import dev.analystcopilot.triage.context.CaseContext;
import dev.analystcopilot.triage.context.ExploitedVulnerability;
import dev.analystcopilot.triage.context.KnownAsset;
import dev.analystcopilot.triage.correlate.CaseDraft;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExposuresTest {
    private static final String LOG4J = "CVE-2021-44228";
    private static final Asset SHOP = new Asset(
            "shop-01.corp.example",
            List.of("203.0.113.10"),
            "Team Shop",
            "web shop",
            Asset.Criticality.HIGH,
            List.of(new Asset.Software("Apache Log4j", "2.14")),
            List.of(443),
            Asset.Exposure.INTERNET);

    /// The alert names the machine by its short name and no vulnerability.
    @Test
    void theMachinesSoftwareIsJoinedWhateverNameTheAlertUses() {
        CaseDraft draft = Told.draft(Told.at(0).on("shop-01").says("T1190"));
        var known = new CaseContext(
                List.of(),
                List.of(),
                List.of(new KnownAsset(SHOP, Set.of(new Entity.Host("shop-01")))),
                List.of(),
                List.of(),
                List.of(new ExploitedVulnerability(LOG4J, "Log4Shell", List.of(SHOP.host()))));

        ScenarioMatch match = Scenarios.load().of(draft, Told.chain(draft), Exposures.of(known)).stream()
                .filter(m -> m.id().equals("exposed-vulnerability"))
                .findFirst()
                .orElseThrow();

        assertThat(match.questions().getFirst().text().en())
                .isEqualTo("Is shop-01 patched against " + LOG4J + ", and was it when the attempts came?");
    }

    @Test
    void anExploitedNumberInAnAlertCounts() {
        CaseDraft draft = Told.draft(Told.at(0).on("shop-02").named("Exploit of cve-2021-44228 seen"));
        var known = new CaseContext(
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(new ExploitedVulnerability(LOG4J, "Log4Shell", List.of())));

        assertThat(Exposures.of(known).of(Moment.of(draft, Told.chain(draft)))).containsExactly(LOG4J);
    }

    @Test
    void anotherMachineIsNotConcerned() {
        CaseDraft draft = Told.draft(Told.at(0).on("mail-01").says("T1190"));
        var exposures = new Exposures(Set.of(LOG4J), Map.of("host:shop-01", List.of(LOG4J)));

        assertThat(exposures.of(Moment.of(draft, Told.chain(draft)))).isEmpty();
    }
}
