/// How good and how fast retrieval is, beside its peers; where its weights come from.
@NullMarked
package dev.analystcopilot.eval.retrieval;

import org.jspecify.annotations.NullMarked;
