/// Other ways to search, doing the same work on the same texts and vectors.
@NullMarked
package dev.analystcopilot.eval.peer;

import org.jspecify.annotations.NullMarked;
