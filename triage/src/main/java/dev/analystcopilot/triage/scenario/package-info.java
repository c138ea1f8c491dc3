/// Named patterns of attack: which of them a case looks like, what to ask, and which runbook fits.
@NullMarked
package dev.analystcopilot.triage.scenario;

import org.jspecify.annotations.NullMarked;
