/// What a measurement is: a suite, and the named numbers that it gives.
@NullMarked
package dev.analystcopilot.eval;

import org.jspecify.annotations.NullMarked;
