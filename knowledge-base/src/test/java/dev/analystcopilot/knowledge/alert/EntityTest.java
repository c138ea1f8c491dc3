package dev.analystcopilot.knowledge.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntityTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "攻", "😀", "İ"})
    void aLongValueIsCutToWhatAnIndexTakes(String character) {
        String value = new Entity.User(character.repeat(3_000)).value();

        assertThat(value.getBytes(UTF_8)).hasSizeBetween(1_990, 2_000);
    }

    @Test
    void halfACharacterIsReplaced() {
        assertThat(new Entity.File("a\ud83d").value()).isEqualTo("a\uFFFD");
    }

    @Test
    void nulIsABlank() {
        assertThat(new Entity.File("a\u0000b\u0000").value()).isEqualTo("a b");
    }

    @Test
    void aBlankValueNamesNothing() {
        assertThatThrownBy(() -> new Entity.Host(" \u0000 ")).hasMessage("a host needs a value");
    }

    @Test
    void aKeyLeadsBackToItsEntity() {
        var entity = new Entity.Url("http://web-01:8080/a?b=c:d");

        assertThat(Entity.ofKey(entity.key())).isEqualTo(entity);
    }
}
