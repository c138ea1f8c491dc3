/// Metrics as pure functions, with the definitions of the measuring rod.
@NullMarked
package dev.analystcopilot.eval.metric;

import org.jspecify.annotations.NullMarked;
