/// Whether alerts of several incidents, moved to one start and mixed, come apart again.
@NullMarked
package dev.analystcopilot.eval.grouping;

import org.jspecify.annotations.NullMarked;
