/// What to make of a case, how sure, why, and what would change it.
@NullMarked
package dev.analystcopilot.triage.disposition;

import org.jspecify.annotations.NullMarked;
