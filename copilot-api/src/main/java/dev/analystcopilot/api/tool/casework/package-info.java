/// Tools that read cases and what was decided about them.
@NullMarked
package dev.analystcopilot.api.tool.casework;

import org.jspecify.annotations.NullMarked;
