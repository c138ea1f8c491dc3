/// Reads the values alerts are made of: times, entities, techniques, severities, whatever way a product spells them.
@NullMarked
package dev.analystcopilot.knowledge.format.field;

import org.jspecify.annotations.NullMarked;
