/// Anomaly scores of plain rows, beside a naive score and an isolation forest.
@NullMarked
package dev.analystcopilot.eval.anomaly;

import org.jspecify.annotations.NullMarked;
