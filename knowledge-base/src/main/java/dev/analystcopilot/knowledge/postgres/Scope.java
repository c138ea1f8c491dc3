package dev.analystcopilot.knowledge.postgres;

import static java.util.Objects.requireNonNull;

/// On whose behalf the database is used. Row-level security shows a transaction nothing outside its scope.
public record Scope(String tenant, Audience audience) {
    /// The tenant of the knowledge that ships with the product; every other tenant reads it, too.
    public static final String SHARED = "shared";

    public Scope {
        if (tenant.isBlank()) {
            throw new IllegalArgumentException("a scope needs a tenant");
        }
        requireNonNull(audience, "audience");
    }

    public static Scope analyst(String tenant) {
        return new Scope(tenant, Audience.ANALYST);
    }

    public static Scope staff(String tenant) {
        return new Scope(tenant, Audience.STAFF);
    }
}
