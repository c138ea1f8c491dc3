package dev.analystcopilot.knowledge.source.text;

import dev.analystcopilot.embeddings.text.TokenCounter;
import dev.analystcopilot.knowledge.document.FrontMatter;
import dev.analystcopilot.knowledge.document.Piece;
import dev.analystcopilot.knowledge.document.Pieces;
import dev.analystcopilot.knowledge.document.TextDocument;
import dev.analystcopilot.knowledge.document.UnreadableDocumentException;
import dev.analystcopilot.knowledge.document.read.DocumentFormat;
import dev.analystcopilot.knowledge.postgres.Audience;
import dev.analystcopilot.knowledge.source.Draft;
import dev.analystcopilot.knowledge.source.Drafts;
import dev.analystcopilot.knowledge.source.KnowledgeSource;
import dev.analystcopilot.knowledge.source.SourceFile;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.knowledge.text.LanguageDetector;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Files that people write for people. What a file is, its bytes say; the format only names which files are taken.
public final class DocumentSource implements KnowledgeSource {
    private final DocumentFormat format;
    private final LanguageDetector languages = new LanguageDetector();
    private final Pieces english = new Pieces(TokenCounter.english());
    private final Pieces chinese = new Pieces(TokenCounter.chinese());

    public DocumentSource(DocumentFormat format) {
        this.format = format;
    }

    @Override
    public String name() {
        return format.wireName();
    }

    @Override
    public boolean takes(String fileName) {
        return format.takes(fileName);
    }

    @Override
    public boolean readsDocuments() {
        return true;
    }

    @Override
    public void read(SourceFile file, Drafts drafts) throws IOException {
        TextDocument document = DocumentFormat.read(file.stream().readAllBytes());
        FrontMatter front = document.frontMatter();
        String ref = front.text("id", file.stem());
        String kind = front.text("kind", file.kind());
        String title = document.title().isBlank() ? ref : document.title();
        Language language = said(document).orElseGet(() -> languages.detect(sample(document)));
        drafts.add(new Draft(
                ref,
                kind,
                audience(front),
                Optional.of(language),
                title,
                front.list("techniques"),
                front.list("tags"),
                parts(document, kind, title, language),
                null));
    }

    private List<Draft.Part> parts(TextDocument document, String kind, String title, Language language) {
        // The first passage is the answer: other ways to ask lead there.
        String questions = String.join("\n", document.frontMatter().list("questions"));
        Pieces cut = switch (language) {
            case EN -> english;
            case ZH -> chinese;
        };
        var parts = new ArrayList<Draft.Part>();
        for (Piece piece : cut.of(document, title, questions)) {
            String context = parts.isEmpty() ? questions : "";
            parts.add(new Draft.Part(kind, piece.heading(), piece.text(), context, true));
        }
        return parts;
    }

    /// Front matter says `en` or `zh`, and must be right; a web page says whatever its template does.
    private static Optional<Language> said(TextDocument document) {
        String own = document.frontMatter().text("lang", "");
        if (!own.isEmpty()) {
            try {
                return Optional.of(Language.ofCode(own));
            } catch (IllegalArgumentException e) {
                throw new UnreadableDocumentException("lang must be en or zh, not '" + own + "'");
            }
        }
        return document.language().toLowerCase(Locale.ROOT).startsWith("zh")
                ? Optional.of(Language.ZH)
                : Optional.empty();
    }

    private static String sample(TextDocument document) {
        var sample = new StringBuilder(document.title());
        document.blocks().stream()
                .takeWhile(block -> sample.length() < 20_000)
                .forEach(block -> sample.append('\n').append(block.text()));
        return sample.toString();
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
