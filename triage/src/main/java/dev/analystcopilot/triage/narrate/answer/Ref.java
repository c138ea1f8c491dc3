package dev.analystcopilot.triage.narrate.answer;

import static java.util.Objects.requireNonNull;

/// What a sentence rests on. Equal kind and id is the same reference.
public sealed interface Ref {

    String id();

    /// One line for people; text of alerts as it came, so whoever shows it escapes it.
    String label();

    /// `alert`, `passage`, `case` or `result`.
    default String kind() {
        return switch (this) {
            case Result ignored -> "result";
            case Alert ignored -> "alert";
            case Passage ignored -> "passage";
            case Case ignored -> "case";
        };
    }

    /// What makes two references the same.
    default String key() {
        return kind() + ":" + id();
    }

    record Alert(String id, String label) implements Ref {
        public Alert {
            requireNonNull(id, "id");
            requireNonNull(label, "label");
        }
    }

    record Passage(String id, String label) implements Ref {
        public Passage {
            requireNonNull(id, "id");
            requireNonNull(label, "label");
        }
    }

    /// What code counted or put in order for this very answer.
    ///
    /// @param text all that it holds, a line each: what is said of it stands in it
    record Result(String id, String label, String text) implements Ref {
        public Result {
            requireNonNull(id, "id");
            requireNonNull(label, "label");
            requireNonNull(text, "text");
        }
    }

    record Case(String id, String label) implements Ref {
        public Case {
            requireNonNull(id, "id");
            requireNonNull(label, "label");
        }
    }
}
