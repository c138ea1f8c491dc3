/// A backlog from file to report: intake into the store, triage of what the store holds, and the files it writes.
@NullMarked
package dev.analystcopilot.triage.job;

import org.jspecify.annotations.NullMarked;
