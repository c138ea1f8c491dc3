/// Reads alerts the way that hunts and questions about single entities ask: read-only, with a limit of time, every
/// value
/// bound.
@NullMarked
package dev.analystcopilot.knowledge.postgres.hunt;

import org.jspecify.annotations.NullMarked;
