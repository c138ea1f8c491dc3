/// The staff desk: right answers, declined questions, and that no alert is ever told to staff.
@NullMarked
package dev.analystcopilot.eval.staff;

import org.jspecify.annotations.NullMarked;
