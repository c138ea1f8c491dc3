/// Documents: read, cut into passages, and kept up to date in the store.
@NullMarked
package dev.analystcopilot.knowledge.document;

import org.jspecify.annotations.NullMarked;
