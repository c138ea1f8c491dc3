package dev.analystcopilot.api.chat;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.triage.document.CaseDocument.ReasonDocument;
import dev.analystcopilot.triage.document.StepDocument;
import java.util.List;

/// One event of an answer, as it goes over the wire: the name is the event's type, the record its data.
public sealed interface ChatEvent {

    /// The event's name in the stream.
    default String type() {
        return switch (this) {
            case Status ignored -> "status";
            case Citation ignored -> "citation";
            case Token ignored -> "token";
            case Tool ignored -> "tool";
            case Chain ignored -> "chain";
            case Disposition ignored -> "disposition";
            case Action ignored -> "action";
            case Done ignored -> "done";
            case Failed ignored -> "error";
        };
    }

    /// What is going on.
    record Status(String stage, String message) implements ChatEvent {
        public Status {
            requireNonNull(stage, "stage");
            requireNonNull(message, "message");
        }
    }

    /// Evidence that the next text points to as `[n]`.
    ///
    /// @param kind `alert`, `passage` or `case`
    /// @param verified the store was read again and has it, visible to this caller
    record Citation(int n, String kind, String id, String label, boolean verified) implements ChatEvent {
        public Citation {
            requireNonNull(kind, "kind");
            requireNonNull(id, "id");
            requireNonNull(label, "label");
        }
    }

    /// The next piece of the answer, in Markdown.
    record Token(String text) implements ChatEvent {
        public Token {
            requireNonNull(text, "text");
        }
    }

    /// Something was looked up.
    record Tool(String name, String arguments, String summary) implements ChatEvent {
        public Tool {
            requireNonNull(name, "name");
            requireNonNull(arguments, "arguments");
            requireNonNull(summary, "summary");
        }
    }

    /// A case's attack chain as triage stored it.
    ///
    record Chain(String caseId, List<StepDocument> steps) implements ChatEvent {
        public Chain {
            requireNonNull(caseId, "caseId");
            steps = List.copyOf(steps);
        }
    }

    /// A case's disposition as triage stored it; no language model has a say in it.
    record Disposition(String caseId, String verdict, double confidence, List<ReasonDocument> reasons)
            implements ChatEvent {
        public Disposition {
            requireNonNull(caseId, "caseId");
            requireNonNull(verdict, "verdict");
            reasons = List.copyOf(reasons);
        }
    }

    /// Something to do next.
    ///
    /// @param kind `runbook`
    record Action(String kind, String ref, String label) implements ChatEvent {
        public Action {
            requireNonNull(kind, "kind");
            requireNonNull(ref, "ref");
            requireNonNull(label, "label");
        }
    }

    /// The last event of an answer.
    ///
    /// @param tier `llm` or `narrator`: who found the words
    /// @param citations how many pieces of evidence were pointed to
    /// @param struck how many marks and identifiers did not hold
    record Done(String tier, long tookMs, int citations, int struck) implements ChatEvent {
        public Done {
            requireNonNull(tier, "tier");
        }
    }

    /// The last event where no answer could be given.
    record Failed(String title, String detail, boolean retryable) implements ChatEvent {
        public Failed {
            requireNonNull(title, "title");
            requireNonNull(detail, "detail");
        }
    }
}
