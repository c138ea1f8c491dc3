/// Bursts of equal alerts, and how unusual each burst is in ways that carry over between networks.
@NullMarked
package dev.analystcopilot.triage.feature;

import org.jspecify.annotations.NullMarked;
