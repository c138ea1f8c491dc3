/// Events of any shape as flat fields, with the log that they come from.
@NullMarked
package dev.analystcopilot.knowledge.sigma.event;

import org.jspecify.annotations.NullMarked;
