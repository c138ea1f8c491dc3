/// Finding passages, in stages: analyse, dense, lexical, fuse, rerank, cite.
@NullMarked
package dev.analystcopilot.knowledge.search;

import org.jspecify.annotations.NullMarked;
