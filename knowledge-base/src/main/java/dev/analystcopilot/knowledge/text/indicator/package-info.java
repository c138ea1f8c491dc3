/// A grammar of the things in a text that machines know: addresses, names, hashes, identifiers, paths.
@NullMarked
package dev.analystcopilot.knowledge.text.indicator;

import org.jspecify.annotations.NullMarked;
