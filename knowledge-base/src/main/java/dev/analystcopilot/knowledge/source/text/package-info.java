/// Documents that people write for people.
@NullMarked
package dev.analystcopilot.knowledge.source.text;

import org.jspecify.annotations.NullMarked;
