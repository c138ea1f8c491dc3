/// Four networks with labels: triage by models that never saw the network, scored by the shared definitions.
@NullMarked
package dev.analystcopilot.eval.ait;

import org.jspecify.annotations.NullMarked;
