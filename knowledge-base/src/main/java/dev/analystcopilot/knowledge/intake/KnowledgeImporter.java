package dev.analystcopilot.knowledge.intake;

import dev.analystcopilot.knowledge.intake.ImportListener.Stage;
import dev.analystcopilot.knowledge.postgres.Audience;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.PassageStore;
import dev.analystcopilot.knowledge.postgres.PassageStore.Document;
import dev.analystcopilot.knowledge.postgres.PassageStore.Entry;
import dev.analystcopilot.knowledge.postgres.PassageStore.Known;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.source.Draft;
import dev.analystcopilot.knowledge.text.Language;
import dev.analystcopilot.knowledge.text.LanguageDetector;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Brings documents into the store, and keeps them up to date: an import again changes only what has changed, and
/// removes what has vanished. When it returns, the documents are found by their words; vectors come later, see
/// [dev.analystcopilot.knowledge.document.PassageEmbedding].
public final class KnowledgeImporter {
    private final PassageScreen screen;
    private final PassageStore store;
    private final Sources sources;
    private final DraftIndexer indexer = new DraftIndexer();
    private final LanguageDetector languages = new LanguageDetector();

    public KnowledgeImporter(Database database) {
        this(database, Sources.standard());
    }

    public KnowledgeImporter(Database database, Sources sources) {
        this.store = database.passages();
        this.screen = new PassageScreen(database.attention());
        this.sources = sources;
    }

    /// A file, an archive, or a folder of them.
    public Import importPath(Scope scope, Path path, ImportRequest request, ImportListener listener) {
        Path whole = path.toAbsolutePath().normalize();
        Sources.Choice choice = sources.of(request.kind());
        var reading = new Reading(choice, listener);
        // A file that is named by itself is meant, whatever its ending.
        boolean single = whole.toFile().isFile() && choice.sources().size() == 1;
        try {
            new Unpacking(
                            name -> choice.forFile(name).isPresent()
                                    || (single && name.equals(fileName(whole).replaceFirst("(?i)\\.gz$", ""))),
                            reading,
                            Unpacking.Limits.STANDARD)
                    .walk(whole);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + path, e);
        }
        String name = request.name().orElse(fileName(whole));
        return store(scope, name, request, reading.finish(), listener);
    }

    private static String fileName(Path path) {
        return String.valueOf(path.getFileName());
    }

    /// @param texts by file name
    public Import importTexts(Scope scope, ImportRequest request, String name, Map<String, String> texts) {
        var reading = new Reading(sources.of(request.kind()), ImportListener.none());
        texts.forEach((file, text) -> reading.file(file, text.getBytes(StandardCharsets.UTF_8)));
        return store(scope, name, request, reading.finish(), ImportListener.none());
    }

    private record Todo(Document document, Draft draft, String file) {}

    private Import store(
            Scope scope, String name, ImportRequest request, Reading.Result read, ImportListener listener) {
        String origin = request.kind() + ":" + name;
        Map<String, Known> known = store.known(scope, origin);
        var gone = new HashSet<>(known.keySet());
        var problems = new ArrayList<>(read.problems());
        var seen = new HashMap<String, String>();
        var todo = new ArrayList<Todo>();
        int unchanged = 0;
        for (Reading.Found found : read.found()) {
            Document document = document(scope, name, origin, request, found, seen.keySet());
            gone.remove(document.id());
            String before = seen.putIfAbsent(document.id(), found.file());
            if (before != null) {
                problems.add(new Import.Problem(
                        found.file(), "'" + document.ref() + "' stands in " + before + " already: give it another id"));
            } else if (Optional.ofNullable(known.get(document.id()))
                    .filter(one -> one.hash().equals(document.hash()))
                    .isPresent()) {
                unchanged++;
            } else {
                todo.add(new Todo(document, found.draft(), found.file()));
            }
        }
        // A file that has become unreadable keeps what was stored of it: nothing is lost by a slip of the pen.
        gone.removeIf(id -> unreadable(Optional.ofNullable(known.get(id)).map(Known::file), read.unreadable()));
        List<Entry> entries = index(todo, listener);
        if (!entries.isEmpty() || !gone.isEmpty()) {
            int passages =
                    entries.stream().mapToInt(entry -> entry.passages().size()).sum();
            listener.at(Stage.STORE, 0, passages);
            store.change(scope, entries, gone);
            screen.over(scope, entries);
            listener.at(Stage.STORE, passages, passages);
        }
        return new Import(
                origin,
                entries.size(),
                unchanged,
                gone.size(),
                entries.stream().mapToInt(entry -> entry.passages().size()).sum(),
                problems);
    }

    private static boolean unreadable(Optional<String> file, Set<String> unreadable) {
        return file.filter(name -> unreadable.stream().anyMatch(bad -> name.equals(bad) || name.startsWith(bad + "!")))
                .isPresent();
    }

    private List<Entry> index(List<Todo> todo, ImportListener listener) {
        var done = new AtomicLong();
        return todo.parallelStream()
                .map(one -> {
                    Entry entry = indexer.index(one.document(), one.draft(), one.file());
                    synchronized (done) {
                        listener.at(Stage.WORDS, done.incrementAndGet(), todo.size());
                    }
                    return entry;
                })
                .toList();
    }

    /// Files of the same name in several folders are told apart by their paths.
    private Document document(
            Scope scope, String name, String origin, ImportRequest request, Reading.Found found, Set<String> taken) {
        Draft draft = found.draft();
        Language language = draft.language().orElseGet(() -> languages.detect(text(draft)));
        Audience audience = draft.audience().orElse(request.audienceOf(draft.kind()));
        boolean shipped = scope.tenant().equals(Scope.SHARED);
        String place = (shipped ? "" : scope.tenant() + ":") + draft.kind() + "/" + language.code() + "/"
                + (shipped || found.refIsGlobal() ? "" : name + "/");
        boolean clash = !found.refIsGlobal() && taken.contains(place + draft.ref());
        String ref = clash ? slug(found.file()) : draft.ref();
        return new Document(
                place + ref,
                origin,
                ref,
                draft.kind(),
                audience,
                language,
                draft.title(),
                draft.techniques(),
                draft.tags(),
                DraftIndexer.hash(draft, audience.wireName(), language.code()),
                draft.content());
    }

    private static String slug(String file) {
        return file.replaceFirst("\\.[^./!]*$", "").replaceAll("[^\\p{L}\\p{Nd}]+", "-");
    }

    private static String text(Draft draft) {
        return Stream.concat(
                        Stream.of(draft.title()),
                        draft.parts().stream().flatMap(part -> Stream.of(part.heading(), part.text())))
                .collect(Collectors.joining("\n"));
    }
}
