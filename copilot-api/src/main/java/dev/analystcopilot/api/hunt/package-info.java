/// Hunts over HTTP: a question as a structured query, and a structured query as rows.
@NullMarked
package dev.analystcopilot.api.hunt;

import org.jspecify.annotations.NullMarked;
