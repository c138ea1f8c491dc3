package dev.analystcopilot.api.client;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.api.inquiry.ChatEvent.Disposition;
import dev.analystcopilot.api.inquiry.ChatEvent.Done;
import dev.analystcopilot.api.inquiry.ChatEvent.Failed;
import java.util.Optional;

/// How an answer went.
///
/// @param done absent where it was cut short or failed
/// @param disposition of the case it is about, as triage stored it
public record Outcome(Optional<Done> done, Optional<Failed> failed, Optional<Disposition> disposition) {
    public Outcome {
        requireNonNull(done, "done");
        requireNonNull(failed, "failed");
        requireNonNull(disposition, "disposition");
    }
}
