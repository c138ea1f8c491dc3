/// How much each burst speaks for an attack, learnt from labelled history of other networks.
@NullMarked
package dev.analystcopilot.triage.threat;

import org.jspecify.annotations.NullMarked;
