/// Conversations: a question in, a stream of typed events out.
@NullMarked
package dev.analystcopilot.api.chat;

import org.jspecify.annotations.NullMarked;
