/// What the words of an alert tell about the attack technique behind it.
@NullMarked
package dev.analystcopilot.triage.technique;

import org.jspecify.annotations.NullMarked;
