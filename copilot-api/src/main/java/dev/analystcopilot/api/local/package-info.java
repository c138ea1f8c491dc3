/// The files by which the service and the command line of one machine find each other.
@NullMarked
package dev.analystcopilot.api.local;

import org.jspecify.annotations.NullMarked;
