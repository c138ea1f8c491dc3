package dev.analystcopilot.triage.chain;

import java.util.Locale;

/// What ties a later step to an earlier one, the most telling first.
public enum LinkKind {
    /// The very same process acted in both.
    SAME_PROCESS,
    /// The later one was done by a descendant of the earlier one's process.
    PARENT_PROCESS,
    SAME_FILE,
    SAME_ACCOUNT,
    SAME_DOMAIN,
    SAME_ADDRESS,
    SAME_HOST,
    /// Nothing but that one came after the other.
    TIME;

    /// The spelling in files and interfaces.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
