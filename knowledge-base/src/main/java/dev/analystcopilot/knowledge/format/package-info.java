/// Reads alerts from files and streams: finds the format, cuts records, and gives each as an alert or as a rejection.
@NullMarked
package dev.analystcopilot.knowledge.format;

import org.jspecify.annotations.NullMarked;
