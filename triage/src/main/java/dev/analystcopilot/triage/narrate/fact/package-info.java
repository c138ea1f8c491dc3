/// What is read for questions that are not about one case: an address, a count, a shift, an alert, a pasted text.
@NullMarked
package dev.analystcopilot.triage.narrate.fact;

import org.jspecify.annotations.NullMarked;
