/// Inventories, indicator feeds and facts as files: read row by row, each broken row named with its line.
@NullMarked
package dev.analystcopilot.knowledge.reference;

import org.jspecify.annotations.NullMarked;
