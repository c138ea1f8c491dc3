/// What people get while the language model fails, in every way and at every stage.
@NullMarked
package dev.analystcopilot.eval.outage;

import org.jspecify.annotations.NullMarked;
