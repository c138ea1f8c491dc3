package dev.analystcopilot.triage.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.triage.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChainBuilderTest {

    @Test
    void oneTechniqueIsOneStepWhileItGoesOn() {
        assertThat(techniques(
                        Told.at(0).on("pc-1").says("T1110"),
                        Told.at(5).on("pc-1").says("T1087"),
                        Told.at(25).on("pc-1").says("T1110")))
                .containsExactly("T1110", "T1087");
    }

    @Test
    void servicesAreFoundBeforeTheirContentIsListed() {
        assertThat(techniques(
                        Told.at(0).on("web-1").says("T1595.003"),
                        Told.at(0).on("web-2").says("T1046")))
                .containsExactly("T1046", "T1595.003");
    }

    /// A scanner's requests hold words of every attack.
    @Test
    void wordsOfAnAttackInAFloodAreTheScans() {
        assertThat(techniques(withFlood(Told.at(0).on("web-1").named("SQL injection in request"))))
                .containsExactly("T1595.002", "T1595.003");
    }

    @Test
    void wordsOfAnAttackOutsideAFloodAreAnAttack() {
        assertThat(techniques(withFlood(Told.at(90).on("web-1").named("SQL injection in request"))))
                .containsExactly("T1595.003", "T1190");
    }

    @Test
    void anAttackThatTheSourceNamesStaysOneInAFlood() {
        assertThat(techniques(
                        withFlood(Told.at(0).on("web-1").named("SQL injection").says("T1190"))))
                .contains("T1190");
    }

    @Test
    void oddRequestsAfterAWebShellAreCommandsThroughIt() {
        Told odd = Told.at(30)
                .on("web-1")
                .named("High entropy in Apache Access request")
                .severe(Severity.UNKNOWN);
        Told later = new Told(
                95,
                odd.title(),
                odd.severity(),
                odd.outcome(),
                odd.entities(),
                odd.techniques(),
                List.of(),
                odd.details(),
                List.of());

        assertThat(techniques(withFlood(odd, later))).containsExactly("T1595.003", "T1505.003", "T1059");
    }

    private static Told[] withFlood(Told... others) {
        var told = new ArrayList<>(List.of(others));
        IntStream.range(0, 30)
                .mapToObj(i -> Told.at(0).on("web-1").named("Multiple web server 400 error codes"))
                .forEach(told::add);
        return told.toArray(Told[]::new);
    }

    private static List<String> techniques(Told... told) {
        return Told.chain(told).steps().stream()
                .map(step -> step.technique().id())
                .toList();
    }
}
