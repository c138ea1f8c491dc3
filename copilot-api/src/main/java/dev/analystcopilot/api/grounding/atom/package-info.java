/// What a sentence says that code can check: names, numbers, times, verdicts, quotations, order.
@NullMarked
package dev.analystcopilot.api.grounding.atom;

import org.jspecify.annotations.NullMarked;
