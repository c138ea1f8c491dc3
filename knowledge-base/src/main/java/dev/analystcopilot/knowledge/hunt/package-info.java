/// A hunt: a structured question over stored alerts, made of known fields, known comparisons and values.
@NullMarked
package dev.analystcopilot.knowledge.hunt;

import org.jspecify.annotations.NullMarked;
