/// What is read from the store for a question, and no more: cases, an address, a count, a shift, an alert.
@NullMarked
package dev.analystcopilot.api.research;

import org.jspecify.annotations.NullMarked;
