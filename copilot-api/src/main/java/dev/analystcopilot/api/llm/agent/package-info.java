/// One answer: rounds of questions to the model and of lookups for it, within what an answer may take.
@NullMarked
package dev.analystcopilot.api.llm.agent;

import org.jspecify.annotations.NullMarked;
