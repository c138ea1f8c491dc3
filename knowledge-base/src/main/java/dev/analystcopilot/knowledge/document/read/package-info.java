/// Markdown, HTML, PDF and Word files: each read into the same few kinds of blocks.
@NullMarked
package dev.analystcopilot.knowledge.document.read;

import org.jspecify.annotations.NullMarked;
