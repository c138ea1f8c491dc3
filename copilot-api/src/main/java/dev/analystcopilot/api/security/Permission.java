package dev.analystcopilot.api.security;

import static dev.analystcopilot.api.security.Role.ADMIN;
import static dev.analystcopilot.api.security.Role.ANALYST;
import static dev.analystcopilot.api.security.Role.INGEST;
import static dev.analystcopilot.api.security.Role.LEAD;
import static dev.analystcopilot.api.security.Role.STAFF;

import java.util.Set;

/// What a route may require, and the roles that have it.
public enum Permission {
    /// Anyone who reaches the port.
    OPEN,
    SIGN_OUT,
    READ_ALERTS,
    DELIVER_ALERTS,
    RUN_JOBS,
    /// What comes back depends on the role: staff get staff documents only.
    ASK,
    READ_KNOWLEDGE,
    MANAGE_KNOWLEDGE,
    READ_METRICS,
    /// Says what alerts and cases are, and takes it back.
    JUDGE,
    /// Switches learning on and off, and accepts what it advises.
    STEER_LEARNING;

    public Set<Role> roles() {
        return switch (this) {
            case OPEN -> Set.of();
            case SIGN_OUT -> Set.of(ANALYST, STAFF, LEAD, ADMIN, INGEST);
            case READ_ALERTS, JUDGE -> Set.of(ANALYST, LEAD, ADMIN);
            case DELIVER_ALERTS -> Set.of(INGEST, ANALYST, LEAD, ADMIN);
            case RUN_JOBS, MANAGE_KNOWLEDGE, READ_METRICS, STEER_LEARNING -> Set.of(LEAD, ADMIN);
            case ASK, READ_KNOWLEDGE -> Set.of(ANALYST, LEAD, ADMIN, STAFF);
        };
    }

    /// Whether a caller with these roles, or none at all, may pass.
    public boolean admits(Set<Role> callers) {
        return this == OPEN || callers.stream().anyMatch(roles()::contains);
    }
}
