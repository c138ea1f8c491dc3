package dev.analystcopilot.knowledge.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresBinariesTest {

    @ParameterizedTest
    @CsvSource({"0.8.0,false", "0.8.1,false", "0.8.2,true", "0.9.0,true", "1.0,true", "0.7.4,false"})
    void parallelIndexBuildsNeedANewPgvector(String version, boolean safe) {
        assertThat(new PostgresBinaries(Path.of("/x"), 15, version).parallelIndexBuildIsSafe())
                .isEqualTo(safe);
    }

    @Test
    void theMessageNamesTheRemedy() {
        assertThatThrownBy(() -> PostgresBinaries.find(Map.of(), Optional.of(3)))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("./copilot doctor");
    }
}
