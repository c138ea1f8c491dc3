package dev.analystcopilot.triage.scenario;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.knowledge.text.Bilingual;
import dev.analystcopilot.triage.disposition.AlertSearch;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A question of a scenario before a case has filled it in.
record QuestionTemplate(Bilingual text, Optional<Search> search) {
    /// @param entity what it is about; empty = everything
    record Search(Optional<Blank> entity, When from, When to, Optional<String> text) {}

    /// A moment relative to the scenario's first or last alert.
    record When(Blank anchor, Duration offset) {
        Instant in(Blanks blanks) {
            return (anchor == Blank.FIRST ? blanks.first() : blanks.last()).plus(offset);
        }
    }

    /// A search about something that the case does not name cannot be run: then only the question is left.
    ScenarioQuestion in(Blanks blanks) {
        return new ScenarioQuestion(blanks.fill(text), search.flatMap(s -> run(s, blanks)));
    }

    private static Optional<AlertSearch> run(Search search, Blanks blanks) {
        Optional<String> entity = search.entity().flatMap(blanks::entity).map(Entity::key);
        if (search.entity().isPresent() && entity.isEmpty()) {
            return Optional.empty();
        }
        Instant from = search.from().in(blanks);
        Instant to = search.to().in(blanks);
        return to.isBefore(from)
                ? Optional.empty()
                : Optional.of(new AlertSearch(
                        entity.map(List::of).orElse(List.of()),
                        from,
                        to,
                        search.text().orElse(null)));
    }
}
