/// What the body of a single alert tells: signs of attacks and of everyday work, found without a language model.
@NullMarked
package dev.analystcopilot.triage.sign;

import org.jspecify.annotations.NullMarked;
