package dev.analystcopilot.knowledge.postgres;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.mapper.RowMapper;

/// Tokens that stand for a person: kept as hashes, so that the table opens no door.
public final class TokenStore {
    private static final String ADD = /* language=SQL */ """
            INSERT INTO token (tenant_id, hash, kind, login, roles, expires_at)
            VALUES (:tenant, :hash, :kind, :login, :roles, :expires)
            """;
    private static final String FIND = /* language=SQL */ """
            SELECT tenant_id, hash, kind, login, roles, expires_at FROM token WHERE hash = :hash AND expires_at > now()
            """;
    private static final String CONSUME = /* language=SQL */ """
            DELETE FROM token WHERE hash = :hash AND expires_at > now()
            RETURNING tenant_id, hash, kind, login, roles, expires_at
            """;
    private static final String REVOKE = /* language=SQL */ "DELETE FROM token WHERE hash = :hash";
    private static final String REVOKE_ALL = /* language=SQL */ "DELETE FROM token WHERE login = :login";
    private static final String PURGE = /* language=SQL */ "DELETE FROM token WHERE expires_at <= now()";
    private static final RowMapper<Token> TOKEN = (rows, context) -> new Token(
            rows.getString("tenant_id"),
            rows.getString("hash"),
            Kind.valueOf(rows.getString("kind").toUpperCase(Locale.ROOT)),
            rows.getString("login"),
            Set.copyOf(Rows.texts(rows, "roles")),
            Rows.instant(rows, "expires_at"));

    private final ScopedTransactions transactions;

    TokenStore(ScopedTransactions transactions) {
        this.transactions = transactions;
    }

    public enum Kind {
        /// Printed at start; signs in once.
        ONE_TIME,
        /// A browser's.
        SESSION,
        /// A program's.
        API
    }

    /// @param hash of the token; the token itself is never stored
    public record Token(String tenant, String hash, Kind kind, String login, Set<String> roles, Instant expiresAt) {

        public Token {
            requireNonNull(kind, "kind");
            requireNonNull(expiresAt, "expiresAt");
            if (hash.isBlank() || login.isBlank()) {
                throw new IllegalArgumentException("a token needs a hash and a login");
            }
            roles = Set.copyOf(roles);
        }

        @Override
        public String toString() {
            return "Token[" + kind + " of " + tenant + "/" + login + "]";
        }
    }

    /// @throws IllegalArgumentException if the token's tenant is not the scope's
    public void add(Scope scope, Token token) {
        if (!token.tenant().equals(scope.tenant())) {
            throw new IllegalArgumentException(token + " does not belong to " + scope.tenant());
        }
        transactions.in(
                scope,
                handle -> handle.createUpdate(ADD)
                        .bind("tenant", token.tenant())
                        .bind("hash", token.hash())
                        .bind("kind", token.kind().name().toLowerCase(Locale.ROOT))
                        .bind("login", token.login())
                        .bind("roles", token.roles().stream().sorted().toArray(String[]::new))
                        .bind("expires", token.expiresAt())
                        .execute());
    }

    /// Empty if it is unknown or has expired. Whatever the tenant: holding the token is enough.
    public Optional<Token> find(String hash) {
        return held(hash, FIND);
    }

    /// As [#find], and gone after it: of two at once, one gets it.
    public Optional<Token> consume(String hash) {
        return held(hash, CONSUME);
    }

    private Optional<Token> held(String hash, String sql) {
        return transactions.naming(
                Map.of("app.token", hash),
                handle -> handle.createQuery(sql).bind("hash", hash).map(TOKEN).findOne());
    }

    public void revoke(String hash) {
        transactions.naming(
                Map.of("app.token", hash),
                handle -> handle.createUpdate(REVOKE).bind("hash", hash).execute());
    }

    /// Signs a person out everywhere.
    public void revokeAll(Scope scope, String login) {
        transactions.in(
                scope,
                handle -> handle.createUpdate(REVOKE_ALL).bind("login", login).execute());
    }

    public void purgeExpired(Scope scope) {
        transactions.in(scope, handle -> handle.createUpdate(PURGE).execute());
    }
}
