package dev.analystcopilot.knowledge.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class GivenPostgresTest {

    @Test
    void readsTheUsualSpelling() {
        var address = GivenPostgres.parse("postgresql://ann:p%40ss+1@db.example:6543/soc?sslmode=require", Map.of());

        assertThat(address.jdbcUrl()).isEqualTo("jdbc:postgresql://db.example:6543/soc?sslmode=require");
        assertThat(address.owner()).isEqualTo(new Login("ann", "p@ss+1"));
    }

    @Test
    void theApplicationsPasswordIsTheSameEverywhere() {
        var one = GivenPostgres.parse("postgresql://ann:secret@a/soc", Map.of());
        var other = GivenPostgres.parse("jdbc:postgresql://ann:secret@b:5432/soc", Map.of());

        assertThat(one.app()).isEqualTo(other.app());
    }

    @Test
    void aPasswordNeverShows() {
        assertThatThrownBy(() -> GivenPostgres.parse("postgresql://ann:sec ret@a/soc", Map.of()))
                .hasMessageContaining(DatabaseAddress.URL_VARIABLE)
                .hasMessageNotContaining("sec ret")
                .hasNoCause();
        assertThat(GivenPostgres.parse("postgresql://ann:secret@a/soc", Map.of())
                        .toString())
                .doesNotContain("secret");
    }
}
