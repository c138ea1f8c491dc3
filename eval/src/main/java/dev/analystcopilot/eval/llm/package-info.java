/// Stands in for a language model: a server that speaks OpenAI's protocol and does what a script says, also wrong.
@NullMarked
package dev.analystcopilot.eval.llm;

import org.jspecify.annotations.NullMarked;
