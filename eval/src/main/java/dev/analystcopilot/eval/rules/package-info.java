/// From events to rules: the rules run, beside searches that compare words.
@NullMarked
package dev.analystcopilot.eval.rules;

import org.jspecify.annotations.NullMarked;
