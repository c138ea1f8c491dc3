/// Reads what somebody wants to hunt for, in English or Chinese words, as a structured query; without any model, and
/// the
/// same way every time.
@NullMarked
package dev.analystcopilot.triage.hunt;

import org.jspecify.annotations.NullMarked;
