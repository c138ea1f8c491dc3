/// Answers in words, composed by code from checked evidence: the offline narrator.
@NullMarked
package dev.analystcopilot.triage.narrate;

import org.jspecify.annotations.NullMarked;
