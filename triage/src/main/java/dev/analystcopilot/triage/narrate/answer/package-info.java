/// The shape of an answer, sentence by sentence with its references, and its form in Markdown.
@NullMarked
package dev.analystcopilot.triage.narrate.answer;

import org.jspecify.annotations.NullMarked;
