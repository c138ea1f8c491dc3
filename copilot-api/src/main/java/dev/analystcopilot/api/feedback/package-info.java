/// What the team says about alerts and cases, and what the service learns from it.
@NullMarked
package dev.analystcopilot.api.feedback;

import org.jspecify.annotations.NullMarked;
