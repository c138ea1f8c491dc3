/// Machines, indicators of attack and facts with an expiry, and looking them up for the entities of alerts.
@NullMarked
package dev.analystcopilot.knowledge.postgres.reference;

import org.jspecify.annotations.NullMarked;
