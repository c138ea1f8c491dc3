package dev.analystcopilot.knowledge.demo;

/// Which story an alert was told by. It is never written: tests read it to check what triage found.
enum Part {
    NOISE,
    AUTHORISED_SCAN,
    INTRUSION_WEB,
    INTRUSION_MAIL
}
