package dev.analystcopilot.knowledge.postgres;

import java.util.Locale;

/// For whom something is meant, or who is asking. Staff see what is meant for staff, and never an alert.
public enum Audience {
    ANALYST,
    STAFF;

    /// The spelling in the database and in documents.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Audience ofWireName(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }
}
