/// How well claims are checked: a scripted model that lies about true evidence, and what of it people see as fact.
@NullMarked
package dev.analystcopilot.eval.grounding;

import org.jspecify.annotations.NullMarked;
