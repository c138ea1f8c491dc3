/// The command line. Without Spring, so that a command starts at once; only `serve` starts the service.
@NullMarked
package dev.analystcopilot.api.cli;

import org.jspecify.annotations.NullMarked;
