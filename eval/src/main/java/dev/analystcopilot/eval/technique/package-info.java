/// Technique mapping: trains the models that the product ships, and measures what it ranks.
@NullMarked
package dev.analystcopilot.eval.technique;

import org.jspecify.annotations.NullMarked;
