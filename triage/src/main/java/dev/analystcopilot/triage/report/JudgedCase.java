package dev.analystcopilot.triage.report;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.alert.Verdict;
import dev.analystcopilot.knowledge.text.Bilingual;
import java.time.Instant;
import java.util.List;

/// What a person said of a case, beside what was computed.
///
/// @param day on which it was said
/// @param reason in the person's words; may be empty
/// @param beyond in what the case goes beyond what was judged; empty where the verdict holds
public record JudgedCase(String verdict, Bilingual name, String by, String day, String reason, List<Bilingual> beyond) {
    public JudgedCase {
        requireNonNull(name, "name");
        beyond = List.copyOf(beyond);
    }

    public static JudgedCase of(Verdict verdict, String by, Instant at, String reason, List<Bilingual> beyond) {
        return new JudgedCase(verdict.wireName(), CaseRow.name(verdict), by, Moments.minute(at), reason, beyond);
    }
}
