/// Labelled backlogs, from which the models that ship are made: the only place that reads labels.
@NullMarked
package dev.analystcopilot.triage.training;

import org.jspecify.annotations.NullMarked;
