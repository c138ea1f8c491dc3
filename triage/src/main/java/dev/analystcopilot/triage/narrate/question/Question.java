package dev.analystcopilot.triage.narrate.question;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.text.Language;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A question as it was understood.
///
/// @param intents at least one
/// @param mentions names of hosts, users, addresses, files and the like, in lower case, spelled as people and as
///     alerts do
/// @param window the time that it names
/// @param techniqueId such as `T1505.003`
/// @param caseIds those that it names, then the one on the asker's screen
/// @param specifics what else it says
public record Question(
        String text,
        Language language,
        Set<Intent> intents,
        List<String> mentions,
        Optional<TimeWindow> window,
        Optional<String> techniqueId,
        List<String> caseIds,
        Specifics specifics) {
    public Question {
        requireNonNull(text, "text");
        requireNonNull(language, "language");
        requireNonNull(window, "window");
        requireNonNull(techniqueId, "techniqueId");
        requireNonNull(specifics, "specifics");
        intents = Intents.ordered(intents);
        mentions = List.copyOf(mentions);
        caseIds = List.copyOf(caseIds);
    }

    public boolean wants(Intent intent) {
        return intents.contains(intent);
    }

    /// Whether it is about something in particular: a case, a time or a name.
    public boolean isSpecific() {
        return window.isPresent() || !mentions.isEmpty() || !caseIds.isEmpty() || isRanked();
    }

    /// Whether it means cases by how urgent they are: "the worst case".
    public boolean isRanked() {
        return !specifics.places().isEmpty();
    }

    /// The names in it as they were said, in their order: one spelling of each.
    public List<String> names() {
        return Spellings.said(PlainText.normal(text), mentions);
    }

    /// Whether it asks for a side of a case.
    public boolean isAboutCase() {
        return intents.stream().anyMatch(Intent::isAboutCase);
    }

    /// The same about one alert, or several, that the store has.
    public Question aboutAlerts(List<String> ids) {
        Set<Intent> wanted = EnumSet.of(Intent.ALERT);
        if (wants(Intent.SIMILAR)) {
            wanted.add(Intent.SIMILAR);
        }
        return with(wanted, mentions, window, caseIds, specifics.about(ids));
    }

    /// The same question about something else.
    public Question with(
            Set<Intent> intents,
            List<String> mentions,
            Optional<TimeWindow> window,
            List<String> caseIds,
            Specifics specifics) {
        return new Question(text, language, intents, mentions, window, techniqueId, caseIds, specifics);
    }
}
