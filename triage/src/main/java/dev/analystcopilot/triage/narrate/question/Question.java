package dev.analystcopilot.triage.narrate.question;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.text.Language;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A question as it is understood.
///
/// @param text as it was asked
/// @param language the answer's
/// @param intents in the order of [Intent]; never empty
/// @param mentions possible names of hosts, users, addresses, domains and files, lower case, in several spellings
/// @param window the time it is about
/// @param techniqueId ATT&CK id that it names
/// @param caseIds cases it names, the one on the asker's screen included
public record Question(
        String text,
        Language language,
        Set<Intent> intents,
        List<String> mentions,
        Optional<TimeWindow> window,
        Optional<String> techniqueId,
        List<String> caseIds) {
    public Question {
        requireNonNull(text, "text");
        requireNonNull(language, "language");
        requireNonNull(window, "window");
        requireNonNull(techniqueId, "techniqueId");
        intents = Intents.ordered(intents);
        mentions = List.copyOf(mentions);
        caseIds = List.copyOf(caseIds);
    }

    public boolean wants(Intent intent) {
        return intents.contains(intent);
    }

    /// Whether it is about something in particular: a case, a time or a name.
    public boolean isSpecific() {
        return window.isPresent() || !mentions.isEmpty() || !caseIds.isEmpty();
    }
}
