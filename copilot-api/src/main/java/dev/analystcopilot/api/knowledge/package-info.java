/// Bringing knowledge in and taking it out again, and what is known of machines, indicators and the organisation.
@NullMarked
package dev.analystcopilot.api.knowledge;

import org.jspecify.annotations.NullMarked;
