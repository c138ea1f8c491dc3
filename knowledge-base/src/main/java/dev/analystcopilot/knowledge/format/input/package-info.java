/// Opens inputs: peels gzip and zip off a stream, and counts what was taken from it.
@NullMarked
package dev.analystcopilot.knowledge.format.input;

import org.jspecify.annotations.NullMarked;
