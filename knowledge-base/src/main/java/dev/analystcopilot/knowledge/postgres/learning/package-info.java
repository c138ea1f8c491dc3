/// What verdicts rest on and what follows from them: judgements, reviews of cases, settings, and the past to learn
/// from.
@NullMarked
package dev.analystcopilot.knowledge.postgres.learning;

import org.jspecify.annotations.NullMarked;
