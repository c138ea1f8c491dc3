/// Alerts of Elastic Security and events in the Elastic Common Schema.
@NullMarked
package dev.analystcopilot.knowledge.format.dialect.ecs;

import org.jspecify.annotations.NullMarked;
