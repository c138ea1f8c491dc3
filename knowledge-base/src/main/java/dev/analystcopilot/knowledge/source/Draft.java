package dev.analystcopilot.knowledge.source;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.knowledge.postgres.Audience;
import dev.analystcopilot.knowledge.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A document as a source has read it: cut into passages, its words not yet counted.
///
/// @param ref what it is known as: an ATT&CK id, a rule's id, a slug
/// @param kind `technique`, `rule`, `runbook` …
/// @param audience what the document says; empty leaves it to the import
/// @param language what the document says; empty leaves it to its text
/// @param content the original as it came, where somebody needs it
public record Draft(
        String ref,
        String kind,
        Optional<Audience> audience,
        Optional<Language> language,
        String title,
        List<String> techniques,
        List<String> tags,
        List<Part> parts,
        @Nullable String content) {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TITLE = 2_000;

    public Draft {
        requireNonNull(audience, "audience");
        requireNonNull(language, "language");
        ref = plain(ref);
        title = plain(title);
        content = content == null ? null : plain(content);
        if (ref.length() > LONGEST_NAME || kind.length() > LONGEST_NAME || title.length() > LONGEST_TITLE) {
            throw new IllegalArgumentException("a reference and a kind have up to " + LONGEST_NAME
                    + " characters, a title " + LONGEST_TITLE + ": shorten them");
        }
        if (ref.isBlank() || title.isBlank()) {
            throw new IllegalArgumentException("a document needs a reference and a title");
        }
        techniques = techniques.stream().map(Draft::plain).toList();
        tags = tags.stream().map(Draft::plain).toList();
        parts = List.copyOf(parts);
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a document needs a passage");
        }
    }

    /// Files may hold characters of code 0, texts of the store cannot.
    private static String plain(String text) {
        return text.replace('\u0000', ' ');
    }

    /// In characters, about.
    public long size() {
        return (content == null ? 0 : content.length())
                + parts.stream()
                        .mapToLong(part -> (long) part.text().length()
                                + part.context().length()
                                + part.heading().length()
                                + title.length())
                        .sum();
    }

    /// One passage.
    ///
    /// @param kind the document's, or a finer one: `procedure` in a `technique`
    /// @param context what it is found by beside title, heading and text, and nobody reads; may be empty
    /// @param embed whether it earns a vector; if not, it is found by its words only
    public record Part(String kind, String heading, String text, String context, boolean embed) {
        public Part {
            heading = plain(heading);
            text = plain(text);
            context = plain(context);
            if (text.isBlank()) {
                throw new IllegalArgumentException("a passage needs a text");
            }
        }
    }

    /// An English document of an analyst, without an original; parts are added one by one.
    public static Builder english(String ref, String kind, String title) {
        return new Builder(ref, kind, title);
    }

    /// Puts a draft together.
    public static final class Builder {
        private final String ref;
        private final String kind;
        private final String title;
        private final List<Part> parts = new ArrayList<>();
        private List<String> techniques = List.of();
        private List<String> tags = List.of();
        private @Nullable String content;

        private Builder(String ref, String kind, String title) {
            this.ref = ref;
            this.kind = kind;
            this.title = title;
        }

        public Builder techniques(List<String> ids) {
            techniques = List.copyOf(ids);
            return this;
        }

        public Builder tags(List<String> words) {
            tags = List.copyOf(words);
            return this;
        }

        public Builder content(String original) {
            content = original;
            return this;
        }

        /// A passage of the document's own kind; none if there is no text.
        public Builder part(String heading, String text, String context, boolean embed) {
            return part(kind, heading, text, context, embed);
        }

        public Builder part(String itsKind, String heading, String text, String context, boolean embed) {
            if (!text.isBlank()) {
                parts.add(new Part(itsKind, heading, text, context, embed));
            }
            return this;
        }

        public boolean isEmpty() {
            return parts.isEmpty();
        }

        public Draft build() {
            return new Draft(
                    ref, kind, Optional.empty(), Optional.of(Language.EN), title, techniques, tags, parts, content);
        }
    }
}
