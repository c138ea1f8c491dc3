package dev.analystcopilot.knowledge.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A server that somebody else runs: played by the tests' own, reached the way a stranger's would be.
@Tag("slow")
class GivenPostgresServerTest {
    private static final String DATABASE = "given_" + ProcessHandle.current().pid();
    private static final String DROP = "SELECT format('DROP DATABASE IF EXISTS %I WITH (FORCE)', ?)";
    private static PrivatePostgres server;

    @BeforeAll
    static void start() throws SQLException {
        server = PrivatePostgres.acquire(TestDatabase.home(), Tuning.THROWAWAY);
        try (Connection superuser = superuser()) {
            Bootstrap.execute(superuser, DROP, DATABASE);
            Bootstrap.execute(superuser, "SELECT format('CREATE DATABASE %I OWNER copilot_owner', ?)", DATABASE);
        }
    }

    @AfterAll
    static void stop() throws SQLException {
        try (Connection superuser = superuser()) {
            Bootstrap.execute(superuser, DROP, DATABASE);
            Bootstrap.execute(superuser, "SELECT format('DROP ROLE IF EXISTS %I', ?)", "someones_app");
        }
        server.close();
    }

    @Test
    void withoutTheExtensionItSaysWhatToDo() {
        // The owner of a database may not create an extension that is not trusted.
        assertThatThrownBy(() -> resolve(server.owner(), Map.of()))
                .isInstanceOf(DatabaseUnavailableException.class)
                .hasMessageContaining("CREATE EXTENSION vector")
                .hasMessageNotContaining(server.owner().password());
    }

    @Test
    void anAdministratorsLoginIsEnough() {
        Map<String, String> role = Map.of(GivenPostgres.APP_USER_VARIABLE, "someones_app");
        try (DatabaseAddress address = resolve(server.secrets().superuser(), role);
                Database database = Database.open(address)) {
            database.jobs().add(Scope.analyst("t"), "job", "test", "{}");

            assertThat(database.jobs().find(Scope.analyst("t"), "job")).isPresent();
            assertThat(address.app().user()).isEqualTo("someones_app");
        }
    }

    @Test
    void aRoleThatBypassesPoliciesIsRefused() {
        Login superuser = server.secrets().superuser();
        Map<String, String> role = Map.of(
                GivenPostgres.APP_USER_VARIABLE, superuser.user(),
                GivenPostgres.APP_PASSWORD_VARIABLE, superuser.password());

        assertThatThrownBy(() -> resolve(superuser, role)).hasMessageContaining("bypass row-level security");
    }

    private static DatabaseAddress resolve(Login login, Map<String, String> more) {
        var environment = new java.util.HashMap<>(more);
        environment.put(
                DatabaseAddress.URL_VARIABLE,
                server.jdbcUrl(DATABASE)
                        .replace("jdbc:postgresql://", "postgresql://" + login.user() + ":" + login.password() + "@"));
        return DatabaseAddress.resolve(environment, Path.of("."));
    }

    private static Connection superuser() {
        return Bootstrap.connect(server.jdbcUrl("postgres"), server.secrets().superuser());
    }
}
