/// Words, numbers and times of one language, and points taken out of documents.
@NullMarked
package dev.analystcopilot.triage.narrate.words;

import org.jspecify.annotations.NullMarked;
