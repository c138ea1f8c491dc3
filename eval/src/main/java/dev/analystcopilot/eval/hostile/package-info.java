/// Whether hostile filter strings ever bring up a row of another tenant or audience.
@NullMarked
package dev.analystcopilot.eval.hostile;

import org.jspecify.annotations.NullMarked;
