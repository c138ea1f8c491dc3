package dev.analystcopilot.api.security;

import java.util.Locale;

/// What a user is to this service. One user may have several.
public enum Role {
    /// Asks about alerts and cases.
    ANALYST,
    /// Any employee: asks security questions, answered from staff documents only.
    STAFF,
    /// Hands over backlogs and watches the jobs.
    LEAD,
    /// Keeps users and the service.
    ADMIN,
    /// A machine that delivers alerts and does nothing else.
    INGEST;

    /// The spelling in files and interfaces.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException if no role is called so
    public static Role ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
