package dev.analystcopilot.triage.scenario;

import dev.analystcopilot.knowledge.alert.Outcome;
import dev.analystcopilot.knowledge.alert.Severity;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// What one moment of a case must show. What is empty does not restrict; of several values one suffices.
///
/// @param techniques ids; `T1110` is that technique alone, `T1110.*` also its sub-techniques
/// @param tactics ids
/// @param hints what the words suggested: the scenario of a technique hint
/// @param signs ids of signs found in the alerts' bodies
/// @param words found in title or rule of an alert
/// @param entities kinds of entities that its alerts name
/// @param severity at least this severe
record Traits(
        Set<String> techniques,
        Set<String> tactics,
        Set<String> hints,
        Set<String> signs,
        Optional<Pattern> words,
        Optional<Outcome> outcome,
        Set<String> entities,
        Optional<Severity> severity) {
    Traits {
        techniques = Set.copyOf(techniques);
        tactics = Set.copyOf(tactics);
        hints = Set.copyOf(hints);
        signs = Set.copyOf(signs);
        entities = Set.copyOf(entities);
    }

    boolean restrictNothing() {
        return techniques.isEmpty()
                && tactics.isEmpty()
                && hints.isEmpty()
                && signs.isEmpty()
                && words.isEmpty()
                && outcome.isEmpty()
                && entities.isEmpty()
                && severity.isEmpty();
    }

    boolean fit(Moment moment) {
        return (techniques.isEmpty() || moment.techniques().stream().anyMatch(this::named))
                && (tactics.isEmpty()
                        || moment.tactic().filter(tactics::contains).isPresent())
                && any(hints, moment.hints())
                && any(signs, moment.signs())
                && words.map(w -> moment.words().stream()
                                .anyMatch(text -> w.matcher(text).find()))
                        .orElse(true)
                && outcome.map(moment.outcome()::equals).orElse(true)
                && (entities.isEmpty()
                        || moment.entities().keySet().stream().anyMatch(e -> entities.contains(e.type())))
                && severity.map(least -> moment.severity().compareTo(least) >= 0)
                        .orElse(true);
    }

    /// How surely: who names a technique by vague words says little; a word that was asked for stands there or not.
    double certainty(Moment moment) {
        return words.isPresent() || !signs.isEmpty() ? 1 : moment.certainty();
    }

    private boolean named(String technique) {
        int dot = technique.indexOf('.');
        return techniques.contains(technique)
                || techniques.contains((dot > 0 ? technique.substring(0, dot) : technique) + ".*");
    }

    private static boolean any(Set<String> wanted, Set<String> have) {
        return wanted.isEmpty() || wanted.stream().anyMatch(have::contains);
    }
}
