/// What every client that is not our page needs: an answer's events as plain Markdown, and a limit for each caller.
@NullMarked
package dev.analystcopilot.api.client;

import org.jspecify.annotations.NullMarked;
