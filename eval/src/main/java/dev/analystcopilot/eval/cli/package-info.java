/// The program behind `./copilot eval` and `./copilot bench`.
@NullMarked
package dev.analystcopilot.eval.cli;

import org.jspecify.annotations.NullMarked;
