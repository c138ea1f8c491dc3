package dev.analystcopilot.triage.narrate.answer;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// A part of an answer.
public sealed interface Block {

    record Heading(String text) implements Block {
        public Heading {
            requireNonNull(text, "text");
        }
    }

    record Paragraph(List<Sentence> sentences) implements Block {
        public Paragraph {
            sentences = List.copyOf(sentences);
        }
    }

    /// Points in no particular order.
    record Bullets(List<Sentence> items) implements Block {
        public Bullets {
            items = List.copyOf(items);
        }
    }

    /// Points in order.
    record Steps(List<Sentence> items) implements Block {
        public Steps {
            items = List.copyOf(items);
        }
    }
}
