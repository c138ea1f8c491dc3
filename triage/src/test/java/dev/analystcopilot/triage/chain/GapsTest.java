package dev.analystcopilot.triage.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.triage.Told;
import java.util.List;
import org.junit.jupiter.api.Test;

class GapsTest {

    @Test
    void howAccessWasGained() {
        assertThat(gaps(on("pc-1", 0, "T1059.001"))).anyMatch(gap -> gap.contains("how access was first gained"));
    }

    @Test
    void howAccessWasGainedAfterAScan() {
        assertThat(gaps(on("pc-1", 0, "T1595.002"), on("pc-1", 9, "T1059.001")))
                .anyMatch(gap -> gap.contains("how access was gained after the scan"));
    }

    @Test
    void anEntryThatIsShownIsNoGap() {
        assertThat(gaps(on("pc-1", 0, "T1190"), on("pc-1", 9, "T1059.001")))
                .noneMatch(gap -> gap.contains("access was"));
    }

    @Test
    void whereTheCredentialsCameFrom() {
        assertThat(gaps(on("pc-1", 0, "T1021.002"))).anyMatch(gap -> gap.contains("credentials"));
    }

    @Test
    void stolenCredentialsAreNoGap() {
        assertThat(gaps(on("pc-1", 0, "T1003.001"), on("pc-1", 9, "T1021.002")))
                .noneMatch(gap -> gap.contains("credentials"));
    }

    @Test
    void howTheAttackCameToAnotherMachine() {
        assertThat(gaps(on("pc-1", 0, "T1059.001"), on("pc-2", 9, "T1486")))
                .contains("No alert shows how the attack came to pc-2 (step 2) from the other machines.");
    }

    @Test
    void anAccountOnBothIsAPath() {
        assertThat(gaps(
                        on("pc-1", 0, "T1059.001").by("ann"),
                        on("pc-2", 9, "T1486").by("ann")))
                .noneMatch(gap -> gap.contains("came to"));
    }

    @Test
    void whatItWasFor() {
        assertThat(gaps(on("pc-1", 0, "T1059.001"))).anyMatch(gap -> gap.contains("what was done with the access"));
        assertThat(gaps(on("pc-1", 0, "T1486"))).noneMatch(gap -> gap.contains("what was done with the access"));
    }

    @Test
    void whetherItTookEffect() {
        assertThat(gaps(on("pc-1", 0, "T1190"))).anyMatch(gap -> gap.contains("took effect"));
        assertThat(gaps(on("pc-1", 0, "T1190").was(Outcome.SUCCEEDED))).noneMatch(gap -> gap.contains("took effect"));
    }

    @Test
    void hoursOfSilence() {
        assertThat(gaps(on("pc-1", 0, "T1190"), on("pc-1", 30 * 60, "T1059.001")))
                .contains("Between step 1 and step 2 nothing is known for 30 hours.");
    }

    @Test
    void bothLanguagesAreFilled() {
        assertThat(Told.chain(on("pc-1", 0, "T1059.001"), on("pc-2", 900, "T1021.002"))
                        .gaps())
                .hasSizeGreaterThan(2)
                .allSatisfy(gap -> assertThat(gap.zh()).containsPattern("\\p{IsHan}{4}"));
    }

    private static Told on(String host, int minute, String technique) {
        return Told.at(minute).on(host).says(technique);
    }

    private static List<String> gaps(Told... told) {
        return Told.chain(told).gaps().stream().map(gap -> gap.en()).toList();
    }
}
