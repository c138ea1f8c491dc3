/// How well the order of attack steps is found.
@NullMarked
package dev.analystcopilot.eval.chain;

import org.jspecify.annotations.NullMarked;
