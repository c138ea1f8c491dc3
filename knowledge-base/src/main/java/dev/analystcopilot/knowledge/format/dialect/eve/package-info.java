/// Alerts of Suricata.
@NullMarked
package dev.analystcopilot.knowledge.format.dialect.eve;

import org.jspecify.annotations.NullMarked;
