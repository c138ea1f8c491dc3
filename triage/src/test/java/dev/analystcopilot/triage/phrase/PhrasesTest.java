package dev.analystcopilot.triage.phrase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PhrasesTest {

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(keys("zh")).isEqualTo(keys("en"));
    }

    @Test
    void argumentsAreValues() {
        assertThat(new Phrases().of("ask.effect", "{0} it's <b>").en()).startsWith("Do the logs of {0} it's <b> show");
    }

    @Test
    void anUnknownPhraseIsNamed() {
        assertThatThrownBy(() -> new Phrases().of("no.such")).hasMessageContaining("no.such");
    }

    private static Set<String> keys(String language) throws IOException {
        var phrases = new Properties();
        try (var in = Phrases.class.getResourceAsStream("/triage/phrases_" + language + ".properties")) {
            phrases.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return phrases.stringPropertyNames();
    }
}
