/// The vocabulary of alerts, in OCSF Detection Finding terms.
@NullMarked
package dev.analystcopilot.knowledge.alert;

import org.jspecify.annotations.NullMarked;
