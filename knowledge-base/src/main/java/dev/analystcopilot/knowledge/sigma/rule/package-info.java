/// The Sigma language: rules read from YAML, their conditions and what they ask of an event's values.
@NullMarked
package dev.analystcopilot.knowledge.sigma.rule;

import org.jspecify.annotations.NullMarked;
