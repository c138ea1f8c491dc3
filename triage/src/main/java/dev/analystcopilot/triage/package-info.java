/// Alerts in, explained cases out.
@NullMarked
package dev.analystcopilot.triage;

import org.jspecify.annotations.NullMarked;
