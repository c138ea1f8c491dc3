package dev.analystcopilot.triage.narrate.question;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells intents from the words of a question: the phrases stand in `intents.properties`.
final class Intents {
    private final Map<Intent, List<String>> phrases = new EnumMap<>(Intent.class);

    Intents() {
        WordLists.properties("intents.properties")
                .forEach((intent, list) -> phrases.put(Intent.valueOf(intent), WordLists.split(list)));
    }

    /// @param plain the question as [PlainText] sees it
    /// @param specific whether it names a case, a time or a thing
    /// @param technique whether it names a technique
    Set<Intent> of(PlainText plain, boolean specific, boolean technique) {
        Set<Intent> found = EnumSet.noneOf(Intent.class);
        phrases.forEach((intent, list) -> {
            if (list.stream().anyMatch(plain::contains)) {
                found.add(intent);
            }
        });
        if (!specific && found.contains(Intent.KNOWLEDGE)) {
            found.removeAll(Set.of(Intent.WHAT_HAPPENED, Intent.DID_IT_SUCCEED));
        }
        if (technique && !found.contains(Intent.WHAT_HAPPENED) && !found.contains(Intent.LIST_CASES)) {
            found.add(Intent.EXPLAIN_TECHNIQUE);
            found.remove(Intent.KNOWLEDGE);
        }
        if (found.isEmpty()) {
            found.addAll(specific ? Set.of(Intent.WHAT_HAPPENED, Intent.DID_IT_SUCCEED) : Set.of(Intent.KNOWLEDGE));
        }
        return found;
    }

    /// An unmodifiable copy in the order of the enum.
    static Set<Intent> ordered(Set<Intent> intents) {
        if (intents.isEmpty()) {
            throw new IllegalArgumentException("a question has an intent");
        }
        return Collections.unmodifiableSet(EnumSet.copyOf(intents));
    }
}
