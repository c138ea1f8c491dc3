/// What is known beside the alerts of a case: past human verdicts, facts, machines, indicators, exploited
/// vulnerabilities.
@NullMarked
package dev.analystcopilot.triage.context;

import org.jspecify.annotations.NullMarked;
