package dev.analystcopilot.triage.narrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.triage.document.CaseDocument;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AffectedTest {
    private static final String NO_EFFECT = "No alert shows an effect";

    @Test
    void namesTheMachinesOnWhichAStepTookEffect() {
        assertThat(told(IntranetCase.document())).contains("Steps took effect on intranet_server.");
    }

    @Test
    void namesTheAccountWhereTheStepsTouchNoMachine() {
        assertThat(told(rewritten("host:intranet_server", "user:jhall")))
                .contains("Steps took effect on jhall.")
                .doesNotContain(NO_EFFECT);
    }

    @Test
    void claimsNeitherAnEffectNorNoneWhereTheStepNamesNobody() {
        assertThat(told(rewritten("host:intranet_server", "ip:192.0.2.7")))
                .doesNotContain("Steps took effect on")
                .doesNotContain(NO_EFFECT);
    }

    private static CaseDocument rewritten(String key, String other) {
        var json = JsonMapper.shared();
        String text = json.writeValueAsString(IntranetCase.document());
        return json.readValue(text.replace('"' + key + '"', '"' + other + '"'), CaseDocument.class);
    }

    private static String told(CaseDocument document) {
        return Told.markdown(Told.answer("Who was affected?", Optional.of(document.id()), List.of(document)));
    }
}
