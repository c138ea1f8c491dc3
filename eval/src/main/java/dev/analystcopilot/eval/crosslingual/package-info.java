/// How well a question of one language finds texts of the other.
@NullMarked
package dev.analystcopilot.eval.crosslingual;

import org.jspecify.annotations.NullMarked;
