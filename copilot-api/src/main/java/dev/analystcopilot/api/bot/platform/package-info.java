/// How each chat platform signs, asks and is answered.
@NullMarked
package dev.analystcopilot.api.bot.platform;

import org.jspecify.annotations.NullMarked;
