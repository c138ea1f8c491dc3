/// Answers questions for one value, such as an account or a command line, from the alerts of a run's folder alone.
@NullMarked
package dev.analystcopilot.triage.investigate;

import org.jspecify.annotations.NullMarked;
