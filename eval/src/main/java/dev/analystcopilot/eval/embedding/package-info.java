/// How fast text becomes vectors, and whether a text keeps its vector in any company.
@NullMarked
package dev.analystcopilot.eval.embedding;

import org.jspecify.annotations.NullMarked;
