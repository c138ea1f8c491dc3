/// Many conversations at once: how soon, how evenly and at which price answers stream.
@NullMarked
package dev.analystcopilot.eval.chat;

import org.jspecify.annotations.NullMarked;
