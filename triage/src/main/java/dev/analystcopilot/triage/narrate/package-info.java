/// Prose about alerts and cases, written by code, in both languages.
@NullMarked
package dev.analystcopilot.triage.narrate;

import org.jspecify.annotations.NullMarked;
