/// What a question asks for, told from its meaning: it is compared with examples of each kind of question.
@NullMarked
package dev.analystcopilot.triage.narrate.meaning;

import org.jspecify.annotations.NullMarked;
