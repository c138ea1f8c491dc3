package dev.analystcopilot.triage.learning;

import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.learning.Combo;

/// A suppression that people's verdicts speak for. A proposal: only a person makes it one.
///
/// @param id the same for the same fingerprint and entity
/// @param tested what it would have removed in the past
/// @param verdict that most people gave
/// @param bound the share of attacks among such alerts is at most this, with [TuningAdvice#CONFIDENCE]: by the number
/// of
///     verdicts, not of alerts, since equal alerts are no independent trials
public record Advice(String id, Combo tested, Verdict verdict, double bound) {}
