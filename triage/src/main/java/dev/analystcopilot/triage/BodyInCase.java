package dev.analystcopilot.triage;

import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.triage.correlate.Evidence;
import dev.analystcopilot.triage.sign.Leaning;
import dev.analystcopilot.triage.sign.SignScore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The verdict on single bursts of a case. A case of alerts with full bodies may span days and hold, beside an attack,
/// what merely shares its host: a burst whose body shows nothing, with nothing threatening of the case near it, is
/// judged for itself. Alerts without bodies are what their case is.
final class BodyInCase {
    private static final Duration NEAR = Duration.ofHours(1);

    private final Verdict verdict;
    private final List<Evidence> threatening;

    BodyInCase(TriageCase triaged) {
        this.verdict = triaged.disposition().verdict();
        this.threatening = triaged.draft().evidence().stream()
                .filter(e -> e.leaning() == Leaning.THREATENING)
                .toList();
    }

    Verdict of(Evidence e) {
        boolean judged = verdict == Verdict.TRUE_POSITIVE
                && !threatening.isEmpty()
                && SignScore.hasBody(e.burst().sample())
                && e.leaning() != Leaning.THREATENING;
        if (!judged || threatening.stream().anyMatch(other -> near(e, other))) {
            return verdict;
        }
        return e.body().verdict(!e.burst().techniques().isEmpty());
    }

    private static boolean near(Evidence e, Evidence other) {
        return !starts(e).isAfter(other.burst().last().plus(NEAR))
                && !starts(other).isAfter(e.burst().last().plus(NEAR));
    }

    private static Instant starts(Evidence e) {
        return e.burst().first();
    }
}
