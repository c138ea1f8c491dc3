/// The sentences that triage writes, in both languages.
@NullMarked
package dev.analystcopilot.triage.phrase;

import org.jspecify.annotations.NullMarked;
