package dev.analystcopilot.knowledge.intake;

import dev.analystcopilot.knowledge.document.ClasspathFolder;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.util.ArrayList;
import java.util.Map;

/// The documents that ship with the product, in the tenant that everyone reads.
public final class ProductKnowledge {
    /// Where they are written, and where their passages and vectors belong.
    public static final Scope SCOPE = Scope.analyst(Scope.SHARED);

    /// Folder on the class path, and the kind of what lies there.
    private static final Map<String, String> FOLDERS =
            Map.of("runbooks", "runbook", "staff", "staff", "policies", "policy", "glossary", "glossary");

    private ProductKnowledge() {}

    /// Brings the store up to date with what is on the class path; quick when nothing has changed.
    ///
    /// @throws IllegalStateException if a shipped document cannot be read
    public static Import load(Database database) {
        var importer = new KnowledgeImporter(database);
        int changed = 0;
        int unchanged = 0;
        int removed = 0;
        int passages = 0;
        var problems = new ArrayList<Import.Problem>();
        for (var folder : FOLDERS.entrySet()) {
            Map<String, String> texts = ClasspathFolder.read("knowledge/" + folder.getKey(), ".md");
            Import done = importer.importTexts(SCOPE, ImportRequest.of(folder.getValue()), "product", texts);
            changed += done.changed();
            unchanged += done.unchanged();
            removed += done.removed();
            passages += done.passages();
            problems.addAll(done.problems());
        }
        if (!problems.isEmpty()) {
            throw new IllegalStateException("the product ships documents that cannot be read: " + problems);
        }
        return new Import("product", changed, unchanged, removed, passages, problems);
    }
}
