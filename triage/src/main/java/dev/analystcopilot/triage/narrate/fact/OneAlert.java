package dev.analystcopilot.triage.narrate.fact;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.triage.document.CaseDocument;
import dev.analystcopilot.triage.narrate.AlertFact;
import dev.analystcopilot.triage.narrate.PastFact;
import java.util.List;
import java.util.Optional;

/// One alert and what stands around it.
///
/// @param severity in its wire name
/// @param outcome in its wire name
/// @param verdict of triage on this alert alone, in its wire name; empty before the first triage
/// @param inCase the case it belongs to
/// @param around how many alerts of each title came within minutes of it and share a host, an account or an address
/// @param past what is like it from outside its case, the most alike first
public record OneAlert(
        AlertFact alert,
        String rule,
        String message,
        String severity,
        String outcome,
        List<String> techniques,
        Optional<String> verdict,
        double confidence,
        Optional<CaseDocument> inCase,
        int minutes,
        List<EntityFacts.Said> around,
        List<PastFact> past)
        implements Topic {
    public OneAlert {
        requireNonNull(alert, "alert");
        requireNonNull(rule, "rule");
        requireNonNull(message, "message");
        requireNonNull(severity, "severity");
        requireNonNull(outcome, "outcome");
        techniques = List.copyOf(techniques);
        requireNonNull(verdict, "verdict");
        requireNonNull(inCase, "inCase");
        around = List.copyOf(around);
        past = List.copyOf(past);
    }
}
