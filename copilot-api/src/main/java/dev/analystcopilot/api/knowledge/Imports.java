package dev.analystcopilot.api.knowledge;

import dev.analystcopilot.knowledge.intake.Import;
import dev.analystcopilot.knowledge.intake.ImportListener;
import dev.analystcopilot.knowledge.intake.ImportRequest;
import dev.analystcopilot.knowledge.intake.KnowledgeImporter;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.PassageStore;
import dev.analystcopilot.knowledge.postgres.Scope;
import dev.analystcopilot.knowledge.reference.ReferenceImporter;
import dev.analystcopilot.knowledge.reference.ReferenceKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Everything that can be imported, by kind: documents of all sorts, and machines, indicators and facts. Either the old
/// or the new version is there at any moment.
public final class Imports {
    private final PassageStore passages;
    private final KnowledgeImporter documents;
    private final ReferenceImporter references;

    public Imports(Database database) {
        this.passages = database.passages();
        this.documents = new KnowledgeImporter(database);
        this.references = new ReferenceImporter(database);
    }

    /// May take minutes.
    public Import run(Scope scope, Path path, ImportRequest request, ImportListener listener) {
        Optional<ReferenceKind> kind = ReferenceKind.of(request.kind());
        return kind.isPresent()
                ? references.importPath(
                        scope,
                        path,
                        kind.get(),
                        request.name()
                                .orElse(String.valueOf(
                                        path.toAbsolutePath().normalize().getFileName())),
                        listener)
                : documents.importPath(scope, path, request, listener);
    }

    /// Takes away what an import brought.
    ///
    /// @param origin `kind:name`
    /// @return how many documents, machines, indicators or facts
    public int remove(Scope scope, String origin) {
        int colon = origin.indexOf(':');
        Optional<ReferenceKind> kind = colon < 0 ? Optional.empty() : ReferenceKind.of(origin.substring(0, colon));
        if (kind.isPresent()) {
            return references.remove(scope, kind.get(), origin.substring(colon + 1));
        }
        Set<String> ids = passages.known(scope, origin).keySet();
        if (!ids.isEmpty()) {
            passages.change(scope, List.of(), ids);
        }
        return ids.size();
    }
}
