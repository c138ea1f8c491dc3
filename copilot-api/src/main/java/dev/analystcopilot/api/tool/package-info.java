/// What a language model, or a client that speaks MCP, may look up: each with the asker's sight and nothing more.
@NullMarked
package dev.analystcopilot.api.tool;

import org.jspecify.annotations.NullMarked;
