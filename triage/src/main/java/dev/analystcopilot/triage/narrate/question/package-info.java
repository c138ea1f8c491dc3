/// What a question asks for: its intents, the things it names, the time it means.
@NullMarked
package dev.analystcopilot.triage.narrate.question;

import org.jspecify.annotations.NullMarked;
