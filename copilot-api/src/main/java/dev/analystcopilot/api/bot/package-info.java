/// Bots of chat platforms: who asks there, in which thread, and what is told.
@NullMarked
package dev.analystcopilot.api.bot;

import org.jspecify.annotations.NullMarked;
