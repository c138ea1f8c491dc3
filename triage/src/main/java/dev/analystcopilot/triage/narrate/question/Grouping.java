package dev.analystcopilot.triage.narrate.question;

import java.util.Locale;

/// By what alerts are counted.
public enum Grouping {
    RULE,
    TITLE,
    HOST,
    USER,
    IP,
    DOMAIN,
    HASH,
    PROCESS,
    FILE,
    URL,
    MAILBOX,
    SEVERITY,
    SOURCE,
    OUTCOME,
    STATUS,
    CASE,
    DISPOSITION,
    TECHNIQUE,
    HOUR,
    DAY;

    /// As the catalogue of phrases spells it.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
