/// What could be done about cases, and what people decided about it. Nothing is carried out.
@NullMarked
package dev.analystcopilot.knowledge.postgres.response;

import org.jspecify.annotations.NullMarked;
