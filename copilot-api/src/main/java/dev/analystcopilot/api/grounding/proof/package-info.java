/// What a piece of evidence holds, read from the stored record, and whether it holds what a sentence says.
@NullMarked
package dev.analystcopilot.api.grounding.proof;

import org.jspecify.annotations.NullMarked;
