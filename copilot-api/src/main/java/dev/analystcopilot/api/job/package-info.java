/// Work in the background: triage after new alerts, uploaded backlogs, the demo.
@NullMarked
package dev.analystcopilot.api.job;

import org.jspecify.annotations.NullMarked;
