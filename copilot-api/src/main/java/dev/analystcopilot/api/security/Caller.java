package dev.analystcopilot.api.security;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/// Who is calling.
///
/// @param login the user's name, or the built-in name a token was made for
/// @param tenant whose alerts and conversations the caller works on
public record Caller(String login, String tenant, Set<Role> roles) {
    public Caller {
        requireNonNull(login, "login");
        requireNonNull(tenant, "tenant");
        roles = Set.copyOf(roles);
    }

    /// Whether this caller may see alerts at all; if not, answers come from staff documents only.
    public boolean seesAlerts() {
        return Permission.READ_ALERTS.admits(roles);
    }
}
