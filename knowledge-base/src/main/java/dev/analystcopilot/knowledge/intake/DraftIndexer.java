package dev.analystcopilot.knowledge.intake;

import dev.analystcopilot.knowledge.postgres.PassageStore.Document;
import dev.analystcopilot.knowledge.postgres.PassageStore.Entry;
import dev.analystcopilot.knowledge.postgres.PassageStore.NewPassage;
import dev.analystcopilot.knowledge.source.Draft;
import dev.analystcopilot.knowledge.text.Tokens;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// Counts the words of drafts. Thread-safe.
final class DraftIndexer {
    /// Part of a document's hash: raise it when words are counted differently, and everything is indexed anew.
    private static final String VERSION = "3";

    private static final int TITLE_WEIGHT = 3;
    private static final int HEADING_WEIGHT = 2;

    private final Tokens tokens = new Tokens();

    /// A document's passages with their words. A word counts more where the author says what a passage is about: BM25F
    /// in its simplest form.
    Entry index(Document document, Draft draft, String file) {
        var ofAll = new HashMap<String, Integer>();
        count(document.title(), TITLE_WEIGHT, ofAll);
        count(String.join(" ", document.techniques()), 1, ofAll);
        count(String.join(" ", document.tags()), 1, ofAll);
        var passages = new ArrayList<NewPassage>();
        for (Draft.Part part : draft.parts()) {
            var terms = new HashMap<>(ofAll);
            count(part.heading(), HEADING_WEIGHT, terms);
            count(part.text(), 1, terms);
            count(part.context(), 1, terms);
            int number = passages.size() + 1;
            passages.add(new NewPassage(
                    document.id() + "#" + number,
                    number,
                    part.kind(),
                    part.heading(),
                    part.text(),
                    part.context(),
                    terms,
                    part.embed()));
        }
        return new Entry(document, passages, file);
    }

    private void count(String text, int weight, Map<String, Integer> terms) {
        tokens.of(text).forEach(token -> terms.merge(token, weight, Integer::sum));
    }

    /// Of all that a draft says.
    static String hash(Draft draft, String audience, String language) {
        var sha = new Hash(VERSION)
                .add(draft.kind())
                .add(draft.ref())
                .add(audience)
                .add(language)
                .add(draft.title())
                .add(draft.techniques())
                .add(draft.tags())
                .add(draft.content() == null ? "" : draft.content());
        for (Draft.Part part : draft.parts()) {
            sha.add(part.kind()).add(part.heading()).add(part.text()).add(part.context());
            sha.add(part.embed() ? "embed" : "");
        }
        return sha.text();
    }

    /// Each value is ended, so that no two lists of values look the same.
    private static final class Hash {
        private final MessageDigest sha;

        Hash(String version) {
            try {
                sha = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every Java platform has SHA-256", e);
            }
            add(version);
        }

        Hash add(String value) {
            sha.update(value.getBytes(StandardCharsets.UTF_8));
            sha.update((byte) 0);
            return this;
        }

        Hash add(List<String> values) {
            values.forEach(this::add);
            sha.update((byte) 1);
            return this;
        }

        String text() {
            return HexFormat.of().formatHex(sha.digest(), 0, 16);
        }
    }
}
