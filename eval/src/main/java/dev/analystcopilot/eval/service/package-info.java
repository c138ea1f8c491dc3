/// The whole service, started for a measurement, and the doors that its users come through.
@NullMarked
package dev.analystcopilot.eval.service;

import org.jspecify.annotations.NullMarked;
