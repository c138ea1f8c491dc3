/// How fast and how repeatable triage is, on made-up backlogs of any size.
@NullMarked
package dev.analystcopilot.eval.triage;

import org.jspecify.annotations.NullMarked;
