package dev.analystcopilot.knowledge.document;

import java.util.List;

/// A piece of a document that means something by itself, whatever format it came from. Texts are Markdown.
public sealed interface Block {

    /// The text as a reader sees it.
    String text();

    /// What the blocks after it are about, down to the next heading of its level or above.
    ///
    /// @param level 1 for the highest
    record Heading(int level, String text) implements Block {
        /// It stands over every passage below it.
        private static final int LONGEST = 500;

        public Heading {
            if (level < 1) {
                throw new IllegalArgumentException("the highest heading has level 1, not " + level);
            }
            text = text.length() <= LONGEST
                    ? text.strip()
                    : text.substring(0, LONGEST).strip() + " …";
        }
    }

    record Paragraph(String text) implements Block {}

    /// @param text a line for each item, with its mark; nested ones are indented
    record Enumeration(String text) implements Block {}

    /// A table in GitHub's Markdown.
    ///
    /// @param header its head with the line below it; repeated where the table is cut
    record Table(String header, List<String> rows) implements Block {
        public Table {
            rows = List.copyOf(rows);
        }

        @Override
        public String text() {
            return rows.isEmpty() ? header : header + "\n" + String.join("\n", rows);
        }
    }

    /// @param text with the fences around it, if there were any
    record Code(String text) implements Block {}

    /// From here on, the document's next page; no text of its own.
    record Page(int number) implements Block {
        @Override
        public String text() {
            return "";
        }
    }
}
