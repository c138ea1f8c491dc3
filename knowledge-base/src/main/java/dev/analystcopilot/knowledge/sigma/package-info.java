/// From events to the Sigma rules that find them, and on to their techniques.
@NullMarked
package dev.analystcopilot.knowledge.sigma;

import org.jspecify.annotations.NullMarked;
