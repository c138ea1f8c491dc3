/// Cuts a stream of bytes into the texts of its records, in bounded memory and whatever the bytes are.
@NullMarked
package dev.analystcopilot.knowledge.format.split;

import org.jspecify.annotations.NullMarked;
