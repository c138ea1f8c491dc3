package dev.analystcopilot.knowledge.source.text;

import dev.analystcopilot.knowledge.document.Chunker;
import dev.analystcopilot.knowledge.document.FrontMatter;
import dev.analystcopilot.knowledge.document.Markdown;
import dev.analystcopilot.knowledge.document.UnreadableDocumentException;
import dev.analystcopilot.knowledge.postgres.Audience;
import dev.analystcopilot.knowledge.source.Draft;
import dev.analystcopilot.knowledge.source.Drafts;
import dev.analystcopilot.knowledge.source.KnowledgeSource;
import dev.analystcopilot.knowledge.source.SourceFile;
import dev.analystcopilot.knowledge.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Markdown, with what it says of itself in its front matter.
public final class MarkdownSource implements KnowledgeSource {

    @Override
    public String name() {
        return "markdown";
    }

    @Override
    public boolean takes(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return name.endsWith(".md") || name.endsWith(".markdown");
    }

    @Override
    public boolean readsDocuments() {
        return true;
    }

    @Override
    public void read(SourceFile file, Drafts drafts) {
        Markdown markdown = Markdown.parse(file.text());
        if (markdown.sections().isEmpty()) {
            throw new UnreadableDocumentException("there is no text");
        }
        FrontMatter front = markdown.frontMatter();
        String ref = front.text("id", file.stem());
        String kind = front.text("kind", file.kind());
        drafts.add(new Draft(
                ref,
                kind,
                audience(front),
                language(front),
                front.text("title", ref),
                front.list("techniques"),
                front.list("tags"),
                parts(markdown, kind),
                null));
    }

    private static List<Draft.Part> parts(Markdown markdown, String kind) {
        // The first passage is the answer: other ways to ask lead there.
        String questions = String.join("\n", markdown.frontMatter().list("questions"));
        var parts = new ArrayList<Draft.Part>();
        for (Markdown.Section section : markdown.sections()) {
            for (String piece : Chunker.cut(section.blocks())) {
                parts.add(new Draft.Part(kind, section.heading(), piece, parts.isEmpty() ? questions : "", true));
            }
        }
        return parts;
    }

    private static Optional<Language> language(FrontMatter front) {
        String code = front.text("lang", "");
        try {
            return code.isEmpty() ? Optional.empty() : Optional.of(Language.ofCode(code));
        } catch (IllegalArgumentException e) {
            throw new UnreadableDocumentException("lang must be en or zh, not '" + code + "'");
        }
    }

    private static Optional<Audience> audience(FrontMatter front) {
        String name = front.text("audience", "");
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(Audience.ofWireName(name));
        } catch (IllegalArgumentException e) {
            throw new UnreadableDocumentException("audience must be analyst or staff, not '" + name + "'");
        }
    }
}
