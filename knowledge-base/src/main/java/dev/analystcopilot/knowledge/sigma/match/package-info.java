/// Many rules held against one event: which match, by what, and how telling that is.
@NullMarked
package dev.analystcopilot.knowledge.sigma.match;

import org.jspecify.annotations.NullMarked;
