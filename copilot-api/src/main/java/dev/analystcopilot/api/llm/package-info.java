/// The language model, spoken to in OpenAI's protocol, with limits on time and faults. It explains; it decides nothing.
@NullMarked
package dev.analystcopilot.api.llm;

import org.jspecify.annotations.NullMarked;
