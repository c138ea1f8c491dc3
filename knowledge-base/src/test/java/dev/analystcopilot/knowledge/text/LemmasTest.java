package dev.analystcopilot.knowledge.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class LemmasTest {

    @Test
    void wordsHaveTheirBaseForms() {
        assertThat(new Lemmas().of("Attackers were stealing credentials from two hosts."))
                .filteredOn(Lemmas.Word::isContent)
                .extracting(Lemmas.Word::lemma)
                .contains("attacker", "steal", "credential", "host");
    }
}
