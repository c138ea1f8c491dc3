/// What stays of an alert when its changing parts are taken out: alerts that say the same thing share one.
@NullMarked
package dev.analystcopilot.triage.fingerprint;

import org.jspecify.annotations.NullMarked;
