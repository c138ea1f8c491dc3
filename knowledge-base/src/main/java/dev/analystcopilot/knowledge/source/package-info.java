/// Knowledge as it comes: what a source of documents is, and the drafts that it makes of files.
@NullMarked
package dev.analystcopilot.knowledge.source;

import org.jspecify.annotations.NullMarked;
