/// What bots of chat platforms have heard, and the conversations that go on in their threads.
@NullMarked
package dev.analystcopilot.knowledge.postgres.bot;

import org.jspecify.annotations.NullMarked;
