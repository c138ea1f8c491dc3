package dev.analystcopilot.api.inquiry;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.hunt.HuntForm;
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
            case Struck ignored -> "struck";
            case Opinion ignored -> "opinion";
            case Finding ignored -> "finding";
            case Proposal ignored -> "proposal";
            case Confirm ignored -> "confirm";
            case Hunt ignored -> "hunt";
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
    /// @param kind `alert`, `passage`, `case` or `result`
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
    /// @param kind `runbook`, or `report`: what was said reads like something to report
    record Action(String kind, String ref, String label) implements ChatEvent {
        public Action {
            requireNonNull(kind, "kind");
            requireNonNull(ref, "ref");
            requireNonNull(label, "label");
        }
    }

    /// A claim of the model that did not hold. Its words come as a token, too, struck through.
    ///
    /// @param reasons what did not match, a sentence each, in the answer's language
    record Struck(String text, List<String> reasons) implements ChatEvent {
        public Struck {
            requireNonNull(text, "text");
            reasons = List.copyOf(reasons);
        }
    }

    /// What the language model itself thinks of a case: shown beside the computed disposition, never instead of it.
    ///
    /// @param verdict in the spelling of dispositions
    /// @param reasons with their marks, as far as they held
    /// @param agrees with the computed disposition; where it does not, the case asks for a human look
    record Opinion(String caseId, String verdict, List<String> reasons, boolean agrees) implements ChatEvent {
        public Opinion {
            requireNonNull(caseId, "caseId");
            requireNonNull(verdict, "verdict");
            reasons = List.copyOf(reasons);
        }
    }

    /// Text in the evidence that tries to give orders.
    ///
    /// @param kind of attempt
    /// @param subject `alert`, `passage`, `report` or `result` (a list or count made for this answer)
    /// @param excerpt what it says, as data
    record Finding(String kind, String subject, String id, String excerpt) implements ChatEvent {
        public Finding {
            requireNonNull(kind, "kind");
            requireNonNull(subject, "subject");
            requireNonNull(id, "id");
            requireNonNull(excerpt, "excerpt");
        }
    }

    /// Something that could be done about a case. Nothing is done: a person decides, and does it.
    ///
    /// @param id of the stored proposal
    /// @param action such as `isolate_host`
    /// @param target as an entity's key, such as `host:web-01`
    record Proposal(String id, String action, String target, String why, String caseId) implements ChatEvent {
        public Proposal {
            requireNonNull(id, "id");
            requireNonNull(action, "action");
            requireNonNull(target, "target");
            requireNonNull(why, "why");
            requireNonNull(caseId, "caseId");
        }
    }

    /// A verdict that somebody wishes to save: it is saved only by the person who confirms it.
    record Confirm(String caseId, String verdict, String note) implements ChatEvent {
        public Confirm {
            requireNonNull(caseId, "caseId");
            requireNonNull(verdict, "verdict");
            requireNonNull(note, "note");
        }
    }

    /// A structured question that was put to the stored alerts, and what it found: it can be edited and asked again.
    ///
    /// @param total how many alerts there are in all, listed or not
    /// @param rows texts in the order of the columns
    record Hunt(HuntForm query, long total, List<String> columns, List<List<String>> rows) implements ChatEvent {
        public Hunt {
            requireNonNull(query, "query");
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
        }
    }

    /// The last event of an answer.
    ///
    /// @param tier `llm` or `narrator`: who found the words
    /// @param provider which language model, such as `primary (qwen3)`, where one did; else empty
    /// @param citations how many pieces of evidence were pointed to
    /// @param verified how many claims were checked against the store and held
    /// @param unproven how many sentences rest on nothing that can be checked; they are marked so
    /// @param struck how many claims did not hold
    record Done(String tier, String provider, long tookMs, int citations, int verified, int unproven, int struck)
            implements ChatEvent {
        public Done {
            requireNonNull(tier, "tier");
            requireNonNull(provider, "provider");
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
