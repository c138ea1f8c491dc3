/// Text to vector: tokenizing, length-sorted batches, pooling.
@NullMarked
package dev.analystcopilot.embeddings.text;

import org.jspecify.annotations.NullMarked;
