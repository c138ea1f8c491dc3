package dev.analystcopilot.triage.technique;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.attack.Tactic;
import dev.analystcopilot.knowledge.attack.TechniqueCatalog;
import dev.analystcopilot.triage.Alerts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TechniqueHintsTest {
    private final TechniqueHints hints = TechniqueHints.load();
    private final TechniqueCatalog catalog = TechniqueCatalog.load();

    @Test
    void everyTechniqueAndTacticExistsAndFits() {
        assertThat(hints.all())
                .allSatisfy(hint -> assertThat(catalog.technique(hint.technique()))
                        .as(hint.id())
                        .hasValueSatisfying(technique -> assertThat(technique.tactics())
                                .extracting(Tactic::id)
                                .containsAll(hint.tactic().stream().toList())));
    }

    @Test
    void everyScenarioHasItsRunbookInBothLanguages() {
        assertThat(hints.all()).allSatisfy(hint -> {
            for (String language : new String[] {"en", "zh"}) {
                String resource = "/knowledge/runbooks/%s/%s.md".formatted(language, hint.scenario());
                assertThat(TechniqueHints.class.getResource(resource))
                        .as(resource)
                        .isNotNull();
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "Successful sudo to ROOT executed., T1548.003",
        "Multiple web server 400 error codes from same source ip., T1595.003",
        "ET SCAN Possible Nmap User-Agent Observed, T1046",
        "User successfully changed UID., T1078.003",
        "检测到反弹shell, T1059",
        "疑似钓鱼邮件, T1566",
    })
    void wordsNameATechnique(String title, String technique) {
        assertThat(hints.of(Alerts.alert("a", 0, "h", title, Severity.LOW)))
                .hasValueSatisfying(hint -> assertThat(hint.technique()).isEqualTo(technique));
    }

    @Test
    void everydayWordsNameNone() {
        assertThat(hints.of(Alerts.alert("a", 0, "h", "Dovecot Authentication Success.", Severity.LOW)))
                .isEmpty();
    }
}
