/// Security terms in both languages, and what a question of one language looks for in texts of the other.
@NullMarked
package dev.analystcopilot.knowledge.text.glossary;

import org.jspecify.annotations.NullMarked;
