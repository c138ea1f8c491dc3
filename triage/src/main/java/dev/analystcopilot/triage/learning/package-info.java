/// What the team's verdicts change: what they set aside or show again, what may be closed, which model may decide.
@NullMarked
package dev.analystcopilot.triage.learning;

import org.jspecify.annotations.NullMarked;
