/// Anomaly scores for plain tables that are no alerts: connection logs, feature rows.
@NullMarked
package dev.analystcopilot.triage.table;

import org.jspecify.annotations.NullMarked;
