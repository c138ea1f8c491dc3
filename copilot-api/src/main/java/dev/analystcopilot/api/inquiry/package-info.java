/// A question with what is known around it, what was found for it, and the events that an answer is made of.
@NullMarked
package dev.analystcopilot.api.inquiry;

import org.jspecify.annotations.NullMarked;
