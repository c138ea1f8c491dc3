/// The text of a language model, made safe to look at: cleaned of disguises, cut into sentences while it streams.
@NullMarked
package dev.analystcopilot.api.grounding.text;

import org.jspecify.annotations.NullMarked;
