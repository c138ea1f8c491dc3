/// Questions that no staff document answered: counted, and answered by a lead.
@NullMarked
package dev.analystcopilot.api.staff.gap;

import org.jspecify.annotations.NullMarked;
