/// Wiring of the plain Java parts, and the settings.
@NullMarked
package dev.analystcopilot.api.config;

import org.jspecify.annotations.NullMarked;
