/// The private PostgreSQL: found, started, shared between the processes of one checkout, and stopped.
@NullMarked
package dev.analystcopilot.knowledge.embedded;

import org.jspecify.annotations.NullMarked;
