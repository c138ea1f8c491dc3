/// Which staff document answers a question, and how sure that is.
@NullMarked
package dev.analystcopilot.knowledge.staff;

import org.jspecify.annotations.NullMarked;
