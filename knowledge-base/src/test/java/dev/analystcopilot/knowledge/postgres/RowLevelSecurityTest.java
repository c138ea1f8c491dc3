package dev.analystcopilot.knowledge.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.analystcopilot.knowledge.embedded.DatabaseAddress;
import dev.analystcopilot.knowledge.embedded.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The walls between tenants and between audiences are the database's, whatever the code above it does.
@Tag("slow")
class RowLevelSecurityTest {
    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final Scope ACME = Scope.analyst("acme");

    @BeforeAll
    static void store() {
        DB.database().alerts().insert(ACME, List.of(Samples.alert("a-1")));
    }

    @Test
    void theTenantSeesItsAlert() {
        assertThat(DB.database().alerts().find(ACME, "a-1")).isPresent();
    }

    @Test
    void anotherTenantDoesNot() {
        assertThat(DB.database().alerts().find(Scope.analyst("other"), "a-1")).isEmpty();
    }

    @Test
    void staffOfTheTenantDoNot() {
        assertThat(DB.database().alerts().find(Scope.staff("acme"), "a-1")).isEmpty();
    }

    @Test
    void staffCannotWriteOne() {
        assertThatThrownBy(() -> DB.database().alerts().insert(Scope.staff("acme"), List.of(Samples.alert("a-2"))))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void withoutAScopeNothingIsSeen() throws SQLException {
        assertThat(asApp("SELECT id FROM copilot.alert")).isEmpty();
    }

    @Test
    void aTenantCannotWriteForAnother() {
        assertThatThrownBy(() -> asApp(
                        "SELECT set_config('app.tenant', 'acme', false), set_config('app.audience', 'analyst', false)",
                        "INSERT INTO copilot.fingerprint (tenant_id, hash, body) VALUES ('other', 'h', 'b')"))
                .hasMessageContaining("row-level security");
    }

    @Test
    void theApplicationCannotBecomeTheOwner() {
        assertThatThrownBy(() -> asApp("SET ROLE copilot_owner")).hasMessageContaining("permission denied");
    }

    @Test
    void theApplicationCannotSwitchPoliciesOff() {
        assertThatThrownBy(() -> asApp("ALTER TABLE copilot.alert DISABLE ROW LEVEL SECURITY"))
                .hasMessageContaining("must be owner");
    }

    @Test
    void askingForRowsWithoutPoliciesFails() {
        assertThatThrownBy(() -> asApp("SET row_security = off", "SELECT id FROM copilot.alert"))
                .hasMessageContaining("row-level security");
    }

    @Test
    void theApplicationOwnsNothingAndBypassesNothing() throws SQLException {
        assertThat(asApp("""
                        SELECT c.relname FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner
                        WHERE r.rolname = 'copilot_app' AND c.relpersistence <> 't'
                        UNION ALL
                        SELECT rolname FROM pg_roles
                        WHERE rolname = 'copilot_app'
                          AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb
                               OR EXISTS (SELECT 1 FROM pg_auth_members m WHERE m.member = pg_roles.oid))
                        """)).isEmpty();
    }

    @Test
    void theApplicationCannotMakeTables() {
        assertThatThrownBy(() -> asApp("CREATE TABLE copilot.mine (x text)")).hasMessageContaining("permission denied");
    }

    @Test
    void everyTableHasATenantAndForcedPolicies() throws SQLException {
        assertThat(asApp("""
                        SELECT c.relname FROM pg_class c
                        WHERE c.relnamespace = 'copilot'::regnamespace AND c.relkind IN ('r', 'p')
                          AND c.relname <> 'flyway_schema_history'
                          AND NOT (c.relrowsecurity AND c.relforcerowsecurity
                                   AND EXISTS (SELECT 1 FROM pg_policy p WHERE p.polrelid = c.oid)
                                   AND EXISTS (SELECT 1 FROM pg_attribute a
                                               WHERE a.attrelid = c.oid AND a.attname = 'tenant_id' AND a.attnotnull))
                        """)).isEmpty();
    }

    @Test
    void theHistoryOfMigrationsIsClosedToTheApplication() {
        assertThatThrownBy(() -> asApp("SELECT version FROM copilot.flyway_schema_history"))
                .hasMessageContaining("permission denied");
    }

    /// Runs statements in one session under the application's role; the last one's first column.
    private static List<String> asApp(String... statements) throws SQLException {
        DatabaseAddress address = DB.address();
        try (Connection connection = DriverManager.getConnection(
                        address.jdbcUrl(), address.app().user(), address.app().password());
                Statement statement = connection.createStatement()) {
            var values = new ArrayList<String>();
            for (String sql : statements) {
                values.clear();
                if (statement.execute(sql)) {
                    try (ResultSet rows = statement.getResultSet()) {
                        while (rows.next()) {
                            values.add(rows.getString(1));
                        }
                    }
                }
            }
            return values;
        }
    }
}
