package dev.analystcopilot.knowledge.postgres;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.mapper.RowMapper;

/// People who may sign in. A login is unique across tenants, because signing in happens before the tenant is known.
public final class UserStore {
    private static final String PUT = /* language=SQL */ """
            INSERT INTO app_user (tenant_id, login, roles, password_hash)
            VALUES (:tenant, :login, :roles, :hash)
            ON CONFLICT (tenant_id, login) DO UPDATE SET roles = excluded.roles, password_hash = excluded.password_hash
            """;
    private static final String FIND = /* language=SQL */
            "SELECT tenant_id, login, roles, password_hash FROM app_user WHERE login = :login";
    private static final String LIST = /* language=SQL */
            "SELECT tenant_id, login, roles, password_hash FROM app_user ORDER BY login";
    private static final String REMOVE = /* language=SQL */ "DELETE FROM app_user WHERE login = :login";
    private static final RowMapper<User> USER = (rows, context) -> new User(
            rows.getString("tenant_id"),
            rows.getString("login"),
            Set.copyOf(Rows.texts(rows, "roles")),
            Rows.optional(rows, "password_hash"));

    private final ScopedTransactions transactions;

    UserStore(ScopedTransactions transactions) {
        this.transactions = transactions;
    }

    /// @param passwordHash as the caller made it, with its method and salt; empty if there is no password
    public record User(String tenant, String login, Set<String> roles, Optional<String> passwordHash) {

        public User {
            requireNonNull(passwordHash, "passwordHash");
            if (login.isBlank()) {
                throw new IllegalArgumentException("a user needs a login");
            }
            roles = Set.copyOf(roles);
        }

        @Override
        public String toString() {
            return "User[" + tenant + "/" + login + " " + roles + "]";
        }
    }

    /// Adds the user, or replaces roles and password of the one with this login in this tenant.
    ///
    /// @throws IllegalArgumentException if the user's tenant is not the scope's
    public void put(Scope scope, User user) {
        if (!user.tenant().equals(scope.tenant())) {
            throw new IllegalArgumentException(user + " does not belong to " + scope.tenant());
        }
        transactions.in(
                scope,
                handle -> handle.createUpdate(PUT)
                        .bind("tenant", user.tenant())
                        .bind("login", user.login())
                        .bind("roles", user.roles().stream().sorted().toArray(String[]::new))
                        .bind("hash", user.passwordHash().orElse(null))
                        .execute());
    }

    /// For signing in: whatever the tenant.
    public Optional<User> find(String login) {
        return transactions.naming(
                Map.of("app.login", login),
                handle ->
                        handle.createQuery(FIND).bind("login", login).map(USER).findOne());
    }

    public List<User> list(Scope scope) {
        return transactions.in(
                scope, handle -> handle.createQuery(LIST).map(USER).list());
    }

    /// @return whether there was one
    public boolean remove(Scope scope, String login) {
        return transactions.in(
                        scope,
                        handle ->
                                handle.createUpdate(REMOVE).bind("login", login).execute())
                > 0;
    }
}
