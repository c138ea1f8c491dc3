package dev.analystcopilot.knowledge.postgres;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.embeddings.text.Vector;
import dev.analystcopilot.knowledge.text.Language;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Documents in passages, with the words and vectors to find them by. Readers see their tenant's and the shared ones,
/// staff only what is meant for staff; analysts of a tenant write its own.
public final class PassageStore {
    /// The rarest words of a question are read however frequent they are, and further ones until so many postings are
    /// read (ADR 0009).
    private static final int LEAST_TERMS = 2;

    private static final int MOST_POSTINGS = 15_000;

    private final ScopedTransactions transactions;

    PassageStore(ScopedTransactions transactions) {
        this.transactions = transactions;
    }

    /// @param id unique across tenants
    /// @param origin whence it was imported: what vanishes from there is removed
    /// @param ref what it is known as: a runbook's slug, a technique's or rule's id
    /// @param kind `runbook`, `staff`, `policy`, `glossary`, `technique`, `rule` …
    /// @param hash of its content
    /// @param content the original as it came, where somebody needs it: a rule's YAML
    public record Document(
            String id,
            String origin,
            String ref,
            String kind,
            Audience audience,
            Language language,
            String title,
            List<String> techniques,
            List<String> tags,
            String hash,
            @Nullable String content) {

        /// Without its original.
        public Document(
                String id,
                String origin,
                String ref,
                String kind,
                Audience audience,
                Language language,
                String title,
                List<String> techniques,
                List<String> tags,
                String hash) {
            this(id, origin, ref, kind, audience, language, title, techniques, tags, hash, null);
        }

        public Document {
            requireNonNull(audience, "audience");
            requireNonNull(language, "language");
            techniques = List.copyOf(techniques);
            tags = List.copyOf(tags);
        }
    }

    /// A passage to store.
    ///
    /// @param number its place in the document, from 1
    /// @param kind the document's, or a finer one: `procedure` in a `technique`
    /// @param context what it is found by beside title, heading and text: other ways to ask for it; may be empty
    /// @param terms how often each word of all these occurs
    /// @param embed whether it gets a vector; if not, it is found by its words only
    public record NewPassage(
            String id,
            int number,
            String kind,
            String heading,
            String text,
            String context,
            Map<String, Integer> terms,
            boolean embed) {

        public NewPassage {
            terms = Map.copyOf(terms);
        }

        int length() {
            return terms.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /// A document with its passages, to store.
    ///
    /// @param file where it stands in its origin
    public record Entry(Document document, List<NewPassage> passages, String file) {

        public Entry {
            passages = List.copyOf(passages);
        }
    }

    /// A stored passage, with what its document says of itself.
    public record Passage(
            String id,
            String documentId,
            String ref,
            String kind,
            Audience audience,
            Language language,
            String title,
            String heading,
            String text,
            String context,
            List<String> techniques) {

        public Passage {
            techniques = List.copyOf(techniques);
        }
    }

    /// A passage that a search found.
    ///
    /// @param score the higher the better; comparable within one result only
    /// @param matched the words that it was found by; none if by its vector
    public record Ranked(String passageId, double score, List<String> matched) {

        public Ranked {
            matched = List.copyOf(matched);
        }
    }

    /// Passages of one kind and language.
    ///
    /// @param vectors how many of them can be searched by meaning
    public record Shelf(Language language, String kind, long passages, long vectors) {}

    /// The parameters of BM25: how fast repeats of a word stop counting, and how much length counts (0 to 1).
    public record Bm25(double k1, double b) {}

    /// How many passages are to be searched by meaning, and how many of them can be by now.
    ///
    /// @param passages without those that are found by words only
    public record Counts(long passages, long embedded) {}

    /// A stored document with its original.
    ///
    /// @param version from 1, one more with each change
    /// @param content as it came; empty if nothing but its passages was kept
    public record StoredDocument(
            String id,
            String origin,
            String ref,
            String kind,
            Language language,
            String title,
            List<String> techniques,
            List<String> tags,
            String hash,
            int version,
            String content) {

        public StoredDocument {
            techniques = List.copyOf(techniques);
            tags = List.copyOf(tags);
        }
    }

    /// What is known of a stored document.
    ///
    /// @param hash of its content
    /// @param file where it stood in its origin
    public record Known(String hash, String file) {}

    /// What was imported from an origin, by document id.
    public Map<String, Known> known(Scope scope, String origin) {
        return transactions.in(
                scope,
                handle -> handle
                        .createQuery(PassageSql.KNOWN)
                        .bind("tenant", scope.tenant())
                        .bind("origin", origin)
                        .map((rows, context) -> Map.entry(
                                rows.getString("id"), new Known(rows.getString("hash"), rows.getString("file"))))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /// Stores documents, in the place of those with the same ids; and removes others. All or nothing.
    public void change(Scope scope, List<Entry> entries, Collection<String> removed) {
        String tenant = scope.tenant();
        transactions.in(scope, handle -> {
            var _ = handle.createQuery(PassageSql.LOCK)
                    .bind("tenant", tenant)
                    .mapTo(Integer.class)
                    .one();
            new PassageLoad(handle, tenant).change(entries, removed);
            return true;
        });
    }

    /// Passages of a language that wait for a vector of the model; at most `limit`. Only the tenant's own.
    ///
    /// @param after the last passage id of what was asked before; empty to begin
    public List<Passage> withoutVector(Scope scope, String model, Language language, String after, int limit) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(PassageSql.WITHOUT_VECTOR)
                        .bind("tenant", scope.tenant())
                        .bind("model", model)
                        .bind("language", language.code())
                        .bind("after", after)
                        .bind("limit", limit)
                        .map(PassageSql.PASSAGE)
                        .list());
    }

    /// How many passages of the tenant's own still lack a vector of the model.
    public long countWithoutVector(Scope scope, String model, Language language) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(PassageSql.COUNT_WITHOUT_VECTOR)
                        .bind("tenant", scope.tenant())
                        .bind("model", model)
                        .bind("language", language.code())
                        .mapTo(Long.class)
                        .one());
    }

    /// Keeps vectors by passage id. A passage that is gone by now is skipped.
    public void putVectors(Scope scope, String model, Map<String, Vector> vectors) {
        transactions.in(scope, handle -> {
            new PassageLoad(handle, scope.tenant()).vectors(model, vectors);
            return true;
        });
    }

    /// By BM25 over the passages of a language that the scope sees.
    ///
    /// @param terms what each word that is asked for weighs
    /// @param kinds only these kinds of passages; all if empty
    public List<Ranked> lexical(
            Scope scope, Language language, Map<String, Double> terms, Set<String> kinds, int top, Bm25 bm25) {
        if (terms.isEmpty()) {
            return List.of();
        }
        return transactions.in(
                scope,
                handle -> handle.createQuery(PostingSql.LEXICAL)
                        .bind("language", language.code())
                        .bind("terms", terms.keySet().toArray(String[]::new))
                        .bind("weights", terms.values().toArray(Double[]::new))
                        .bind("anyKind", kinds.isEmpty())
                        .bind("kinds", kinds.toArray(String[]::new))
                        .bind("k1", bm25.k1())
                        .bind("b", bm25.b())
                        .bind("least", LEAST_TERMS)
                        .bind("most", MOST_POSTINGS)
                        .bind("top", top)
                        .map((rows, context) ->
                                new Ranked(rows.getString("id"), rows.getDouble("score"), Rows.texts(rows, "matched")))
                        .list());
    }

    /// By cosine to a vector of the model.
    ///
    /// @param kinds only these kinds of passages; all if empty
    /// @param exact whether to compare all that the filters leave, rather than to follow the index
    public List<Ranked> dense(Scope scope, String model, Vector vector, Set<String> kinds, int top, boolean exact) {
        VectorColumn column = VectorColumn.of(vector);
        return transactions.in(scope, handle -> {
            VectorColumn.prepareSearch(handle, exact);
            return handle.createQuery(
                            switch (column) {
                                case D384 -> PassageSql.DENSE_384;
                                case D512 -> PassageSql.DENSE_512;
                            })
                    .bind("model", model)
                    .bind("vector", VectorColumn.text(vector))
                    .bind("anyKind", kinds.isEmpty())
                    .bind("kinds", kinds.toArray(String[]::new))
                    .bind("top", top)
                    .map((rows, context) -> new Ranked(rows.getString("id"), rows.getDouble("score"), List.of()))
                    .list();
        });
    }

    /// How much of each kind and language the scope sees.
    public List<Shelf> shelves(Scope scope) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(PassageSql.SHELVES)
                        .map((rows, context) -> new Shelf(
                                Language.ofCode(rows.getString("language")),
                                rows.getString("kind"),
                                rows.getLong("passages"),
                                rows.getLong("vectors")))
                        .list());
    }

    /// Those of some documents that exist in a language, too, under the same kind and name.
    public Set<String> translated(Scope scope, Collection<String> documentIds, Language language) {
        return documentIds.isEmpty()
                ? Set.of()
                : transactions.in(
                        scope,
                        handle -> handle.createQuery(PassageSql.TRANSLATED)
                                .bind("ids", documentIds.toArray(String[]::new))
                                .bind("language", language.code())
                                .mapTo(String.class)
                                .set());
    }

    /// The first passages of documents by the names that they are known by, such as `T1059.001`.
    ///
    /// @param kinds only these kinds of passages; all if empty
    public List<Passage> named(Scope scope, Collection<String> refs, Set<String> kinds) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(PassageSql.NAMED)
                        .bind("refs", refs.toArray(String[]::new))
                        .bind("anyKind", kinds.isEmpty())
                        .bind("kinds", kinds.toArray(String[]::new))
                        .map(PassageSql.PASSAGE)
                        .list());
    }

    /// In the order of the ids; those that are not to be seen are left out.
    public List<Passage> find(Scope scope, Collection<String> ids) {
        Map<String, Passage> found = new HashMap<>();
        transactions
                .in(
                        scope,
                        handle -> handle.createQuery(PassageSql.FIND)
                                .bind("ids", ids.toArray(String[]::new))
                                .map(PassageSql.PASSAGE)
                                .list())
                .forEach(passage -> found.put(passage.id(), passage));
        return ids.stream().distinct().map(found::get).filter(Objects::nonNull).toList();
    }

    /// All passages of what is known by a name, such as runbook `web-shell`, in order.
    public List<Passage> ofRef(Scope scope, String kind, String ref, Language language) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(PassageSql.OF_REF)
                        .bind("kind", kind)
                        .bind("ref", ref)
                        .bind("language", language.code())
                        .map(PassageSql.PASSAGE)
                        .list());
    }

    /// All passages of these kinds in a language, by reference and number.
    public List<Passage> ofKinds(Scope scope, Set<String> kinds, Language language) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(PassageSql.OF_KINDS)
                        .bind("kinds", kinds.toArray(String[]::new))
                        .bind("language", language.code())
                        .map(PassageSql.PASSAGE)
                        .list());
    }

    /// The vectors of a model that passages of a kind have, by passage id.
    public Map<String, Vector> vectors(Scope scope, String model, String kind) {
        return transactions.in(
                scope,
                handle -> handle
                        .createQuery(PassageSql.VECTORS)
                        .bind("model", model)
                        .bind("kind", kind)
                        .map((rows, context) ->
                                Map.entry(rows.getString("id"), VectorColumn.parse(rows.getString("vector"))))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /// All documents of a kind with their originals, ordered by reference.
    public List<StoredDocument> documents(Scope scope, String kind) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(PassageSql.DOCUMENTS)
                        .bind("kind", kind)
                        .map(PassageSql.DOCUMENT)
                        .list());
    }

    /// A text that is another one as soon as any document of a kind changes, comes or goes; the same for all who
    /// see the same documents.
    public String state(Scope scope, String kind) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(PassageSql.STATE)
                        .bind("kind", kind)
                        .mapTo(String.class)
                        .one());
    }

    /// Of everything that the scope sees.
    public Counts counts(Scope scope) {
        return transactions.in(
                scope,
                handle -> handle.createQuery(PassageSql.COUNTS)
                        .map((rows, context) -> new Counts(rows.getLong("passages"), rows.getLong("embedded")))
                        .one());
    }
}
