package dev.analystcopilot.knowledge.intake;

import dev.analystcopilot.knowledge.document.read.DocumentFormat;
import dev.analystcopilot.knowledge.source.KnowledgeSource;
import dev.analystcopilot.knowledge.source.attack.AttackSource;
import dev.analystcopilot.knowledge.source.feed.KevSource;
import dev.analystcopilot.knowledge.source.feed.SigmaSource;
import dev.analystcopilot.knowledge.source.feed.SplunkSource;
import dev.analystcopilot.knowledge.source.text.DocumentSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The sources that there are, by kind.
public final class Sources {
    /// What documents are when the user names a source rather than a kind of document.
    private static final String DOCUMENT = "document";

    private final List<KnowledgeSource> all;

    public Sources(List<KnowledgeSource> all) {
        this.all = List.copyOf(all);
    }

    /// All that the product knows.
    public static Sources standard() {
        Stream<KnowledgeSource> machines =
                Stream.of(new AttackSource(), new SigmaSource(), new SplunkSource(), new KevSource());
        Stream<KnowledgeSource> documents =
                Arrays.stream(DocumentFormat.values()).map(DocumentSource::new);
        return new Sources(Stream.concat(machines, documents).toList());
    }

    /// What `--kind` may name beside kinds of documents.
    public List<String> names() {
        return all.stream().map(KnowledgeSource::name).toList();
    }

    /// The sources for a kind: the one of this name; or, for a kind of documents such as `runbook`, all that read
    /// documents, each taking the files it knows.
    Choice of(String kind) {
        Optional<KnowledgeSource> named =
                all.stream().filter(source -> source.name().equals(kind)).findFirst();
        return named.map(source -> new Choice(List.of(source), source.readsDocuments() ? DOCUMENT : kind))
                .orElseGet(() -> new Choice(
                        all.stream().filter(KnowledgeSource::readsDocuments).toList(), kind));
    }

    /// @param documentKind what documents are that do not say so
    record Choice(List<KnowledgeSource> sources, String documentKind) {

        Optional<KnowledgeSource> forFile(String name) {
            return sources.stream().filter(source -> source.takes(name)).findFirst();
        }
    }
}
