package dev.analystcopilot.eval.crosslingual;

import dev.analystcopilot.knowledge.text.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// What ships, which says the same in both languages: runbooks, answers for staff, policies, the glossary.
final class OwnContent {
    private static final int EVERYTHING = Integer.MAX_VALUE;

    /// Both languages of one document.
    record Both(String ref, String kind, MarkdownText en, MarkdownText zh) {}

    private final List<Both> documents;

    private OwnContent(List<Both> documents) {
        this.documents = List.copyOf(documents);
    }

    static OwnContent of(Path root) {
        Path knowledge = root.resolve("knowledge-base/src/main/resources/knowledge");
        List<Both> documents = new ArrayList<>();
        for (String kind : List.of("glossary", "policies", "runbooks", "staff")) {
            Path folder = knowledge.resolve(kind);
            try (Stream<Path> files = Files.list(folder.resolve("en"))) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(".md"))
                        .sorted()
                        .map(name -> new Both(
                                name.replace(".md", ""),
                                kind,
                                read(folder.resolve("en").resolve(name)),
                                read(folder.resolve("zh").resolve(name))))
                        .forEach(documents::add);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read the shipped content under " + folder, e);
            }
        }
        return new OwnContent(documents);
    }

    private static MarkdownText read(Path file) {
        try {
            return MarkdownText.of(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    List<Both> documents() {
        return documents;
    }

    /// The other ways to ask that answers for staff carry. They are no part of what is searched here.
    QuestionSet staffQuestions() {
        var pairs = new ArrayList<QuestionPair>();
        for (Both both : documents) {
            for (int i = 0;
                    i
                            < Math.min(
                                    both.en().questions().size(),
                                    both.zh().questions().size());
                    i++) {
                pairs.add(new QuestionPair(
                        both.ref(),
                        both.en().questions().get(i),
                        both.zh().questions().get(i)));
            }
        }
        return new QuestionSet("own answers for staff", pairs, pieces());
    }

    QuestionSet runbookQuestions() {
        return new QuestionSet("own runbooks", QuestionPair.of("runbooks.tsv"), pieces());
    }

    private Map<Language, List<TextPiece>> pieces() {
        return Map.of(
                Language.EN,
                documents.stream()
                        .flatMap(both -> both.en().pieces(both.ref(), EVERYTHING).stream())
                        .toList(),
                Language.ZH,
                documents.stream()
                        .flatMap(both -> both.zh().pieces(both.ref(), EVERYTHING).stream())
                        .toList());
    }
}
