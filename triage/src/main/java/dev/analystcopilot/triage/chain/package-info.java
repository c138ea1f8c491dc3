/// The steps of an attack: technique, order, outcome, and why one follows another.
@NullMarked
package dev.analystcopilot.triage.chain;

import org.jspecify.annotations.NullMarked;
