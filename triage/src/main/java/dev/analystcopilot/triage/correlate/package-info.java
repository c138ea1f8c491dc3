/// Bursts that belong together become cases.
@NullMarked
package dev.analystcopilot.triage.correlate;

import org.jspecify.annotations.NullMarked;
