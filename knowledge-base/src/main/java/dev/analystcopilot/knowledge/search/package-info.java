/// Finding passages, in stages: analyse, dense, lexical, fuse.
@NullMarked
package dev.analystcopilot.knowledge.search;

import org.jspecify.annotations.NullMarked;
