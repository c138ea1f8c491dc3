/// The order in which the actions of an attack were most likely taken, where no clock tells it.
@NullMarked
package dev.analystcopilot.triage.order;

import org.jspecify.annotations.NullMarked;
