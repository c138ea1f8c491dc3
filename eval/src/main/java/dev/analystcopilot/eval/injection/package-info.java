/// Instructions planted in alerts and documents, and a model that obeys every one of them: does anything give way?
@NullMarked
package dev.analystcopilot.eval.injection;

import org.jspecify.annotations.NullMarked;
