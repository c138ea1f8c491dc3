/// Answers that are not about one case: two cases compared, a shift handed over, an address, a count, an alert, a
/// technique for a text, and small talk.
@NullMarked
package dev.analystcopilot.triage.narrate.topic;

import org.jspecify.annotations.NullMarked;
