/// Holds the shipped knowledge to its form: both languages, fixed headings, names that exist.
@NullMarked
package dev.analystcopilot.knowledge.content;

import org.jspecify.annotations.NullMarked;
