/// The staff desk's rows: questions that no document answers, and what employees reported.
@NullMarked
package dev.analystcopilot.knowledge.postgres.desk;

import org.jspecify.annotations.NullMarked;
