/// Models as files with a card and a version, and which one of them is in use for whom.
@NullMarked
package dev.analystcopilot.triage.model;

import org.jspecify.annotations.NullMarked;
