/// Questions that follow others: what "it" and "there" mean, and what goes on being asked.
@NullMarked
package dev.analystcopilot.triage.narrate.dialogue;

import org.jspecify.annotations.NullMarked;
