package dev.analystcopilot.triage.disposition;

import dev.analystcopilot.knowledge.text.Bilingual;

/// One reason for or against a disposition.
///
/// @param code names the kind of reason, for filters and statistics
public record Reason(String code, Bilingual text) {}
