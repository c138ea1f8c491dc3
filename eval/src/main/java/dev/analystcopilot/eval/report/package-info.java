/// Results for the terminal, as JSON, and as the page `docs/results.md`.
@NullMarked
package dev.analystcopilot.eval.report;

import org.jspecify.annotations.NullMarked;
