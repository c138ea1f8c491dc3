/// What employees find suspicious: taken in as alerts, with a receipt and a status that the reporter can follow.
@NullMarked
package dev.analystcopilot.api.staff.report;

import org.jspecify.annotations.NullMarked;
