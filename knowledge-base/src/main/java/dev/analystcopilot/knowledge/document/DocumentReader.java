package dev.analystcopilot.knowledge.document;

import dev.analystcopilot.knowledge.postgres.Audience;
import dev.analystcopilot.knowledge.postgres.PassageStore.Document;
import dev.analystcopilot.knowledge.postgres.PassageStore.Entry;
import dev.analystcopilot.knowledge.postgres.PassageStore.NewPassage;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.knowledge.text.LanguageDetector;
import dev.analystcopilot.knowledge.text.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Turns a Markdown text into a document with passages.
final class DocumentReader {
    /// Part of a document's hash: raise it when reading or cutting changes, and everything is read anew.
    private static final String VERSION = "2";

    private static final int TITLE_WEIGHT = 3;
    private static final int HEADING_WEIGHT = 2;

    private final LanguageDetector languages = new LanguageDetector();
    private final Tokens tokens = new Tokens();

    /// A document that is read but not yet cut: whether it has changed is known by now.
    record Draft(Document document, Markdown markdown) {}

    /// @throws UnreadableDocumentException with a reason for people
    Draft read(Scope scope, String origin, String kind, String file, String text) {
        Markdown markdown = Markdown.parse(text);
        FrontMatter front = markdown.frontMatter();
        if (markdown.sections().isEmpty()) {
            throw new UnreadableDocumentException("there is no text");
        }
        String ref = front.text("id", stem(file));
        Language language = language(front, text);
        String realKind = front.text("kind", kind);
        String tenantPart = scope.tenant().equals(Scope.SHARED) ? "" : scope.tenant() + ":";
        var document = new Document(
                tenantPart + realKind + "/" + language.code() + "/" + ref,
                origin,
                ref,
                realKind,
                audience(front, realKind),
                language,
                front.text("title", ref),
                front.list("techniques"),
                front.list("tags"),
                hash(origin, realKind, text));
        return new Draft(document, markdown);
    }

    /// The document with its passages.
    Entry cut(Draft draft) {
        List<String> questions = draft.markdown().frontMatter().list("questions");
        return new Entry(draft.document(), passages(draft.document(), draft.markdown(), questions));
    }

    private List<NewPassage> passages(Document document, Markdown markdown, List<String> questions) {
        var passages = new ArrayList<NewPassage>();
        for (Markdown.Section section : markdown.sections()) {
            for (String piece : Chunker.cut(section.blocks())) {
                int number = passages.size() + 1;
                // The first passage is the answer: other ways to ask lead there.
                String context = number == 1 ? String.join("\n", questions) : "";
                passages.add(new NewPassage(
                        document.id() + "#" + number,
                        number,
                        document.kind(),
                        section.heading(),
                        piece,
                        context,
                        terms(document, section, piece, context),
                        true));
            }
        }
        return passages;
    }

    /// A word counts more where the author says what a passage is about: BM25F in its simplest form.
    private Map<String, Integer> terms(Document document, Markdown.Section section, String piece, String context) {
        var terms = new HashMap<String, Integer>();
        count(document.title(), TITLE_WEIGHT, terms);
        count(section.heading(), HEADING_WEIGHT, terms);
        count(piece, 1, terms);
        count(context, 1, terms);
        count(String.join(" ", document.techniques()), 1, terms);
        count(String.join(" ", document.tags()), 1, terms);
        return terms;
    }

    private void count(String text, int weight, Map<String, Integer> terms) {
        tokens.of(text).forEach(token -> terms.merge(token, weight, Integer::sum));
    }

    private Language language(FrontMatter front, String text) {
        String code = front.text("lang", "");
        if (code.isEmpty()) {
            return languages.detect(text);
        }
        try {
            return Language.ofCode(code);
        } catch (IllegalArgumentException e) {
            throw new UnreadableDocumentException("lang must be en or zh, not '" + code + "'");
        }
    }

    /// Unless a document says that it is for staff, it is for analysts only: the safe side.
    private static Audience audience(FrontMatter front, String kind) {
        String name = front.text("audience", kind.equals("staff") ? "staff" : "analyst");
        try {
            return Audience.ofWireName(name);
        } catch (IllegalArgumentException e) {
            throw new UnreadableDocumentException("audience must be analyst or staff, not '" + name + "'");
        }
    }

    private static String stem(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.endsWith(".md") ? name.substring(0, name.length() - 3) : name;
    }

    private static String hash(String... parts) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(VERSION.getBytes(StandardCharsets.UTF_8));
            for (String part : parts) {
                sha.update((byte) 0);
                sha.update(part.getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(sha.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
