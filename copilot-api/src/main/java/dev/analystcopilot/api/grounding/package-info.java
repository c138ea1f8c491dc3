/// Checks an answer against the store while it streams: marks that point nowhere and ids that do not exist are struck.
@NullMarked
package dev.analystcopilot.api.grounding;

import org.jspecify.annotations.NullMarked;
