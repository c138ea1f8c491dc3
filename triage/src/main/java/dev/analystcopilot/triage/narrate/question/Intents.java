package dev.analystcopilot.triage.narrate.question;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/// Tells intents from the words of a question.
final class Intents {
    private Intents() {}

    /// An unmodifiable copy in the order of the enum.
    static Set<Intent> ordered(Set<Intent> intents) {
        if (intents.isEmpty()) {
            throw new IllegalArgumentException("a question has an intent");
        }
        return Collections.unmodifiableSet(EnumSet.copyOf(intents));
    }
}
