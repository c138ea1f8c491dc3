package dev.analystcopilot.api.research;

import dev.analystcopilot.knowledge.alert.Severity;
import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.postgres.CaseOutline;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.triage.narrate.fact.CountFacts;
import dev.analystcopilot.triage.narrate.fact.Tally;
import dev.analystcopilot.triage.narrate.question.Grouping;
import dev.analystcopilot.triage.narrate.question.Question;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Counts cases. May block.
@Component
public final class CountReader {
    private final CaseSearch cases;

    CountReader(CaseSearch cases) {
        this.cases = cases;
    }

    public CountFacts read(Scope scope, Question question) {
        List<CaseOutline> found = cases
                .outlines(
                        scope,
                        question.window().map(window -> window.from()),
                        question.window().map(window -> window.to()),
                        Optional.empty())
                .stream()
                .filter(outline -> question.mentions().isEmpty() || CaseSearch.names(question, outline))
                .toList();
        List<Tally> rows = Stream.of(Verdict.values())
                .map(verdict -> new Tally(
                        verdict.wireName(),
                        found.stream()
                                .filter(outline -> outline.disposition() == verdict)
                                .count()))
                .filter(tally -> tally.alerts() > 0)
                .toList();
        return new CountFacts(
                true,
                question.names(),
                List.of(),
                question.window(),
                found.size(),
                true,
                Grouping.DISPOSITION,
                rows,
                rows.size(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    static String wire(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }
}
