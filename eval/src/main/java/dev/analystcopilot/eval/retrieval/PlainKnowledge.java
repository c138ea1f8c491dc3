package dev.analystcopilot.eval.retrieval;

import dev.analystcopilot.eval.SuiteContext;
import dev.analystcopilot.knowledge.document.ClasspathFolder;
import dev.analystcopilot.knowledge.intake.ImportListener;
import dev.analystcopilot.knowledge.intake.ImportRequest;
import dev.analystcopilot.knowledge.intake.KnowledgeImporter;
import dev.analystcopilot.knowledge.postgres.Database;
import dev.analystcopilot.knowledge.postgres.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;

/// What ships with the product, without the other ways to ask that its documents carry: most documents that people
/// import have none.
public final class PlainKnowledge {
    /// Where it is imported.
    public static final Scope SCOPE = Scope.analyst("plain");

    private static final Pattern QUESTIONS = Pattern.compile("(?m)^questions:\\R(?: {2}- .*\\R)+");
    private static final Map<String, String> FOLDERS =
            Map.of("runbooks", "runbook", "staff", "staff", "policies", "policy", "glossary", "glossary");

    private PlainKnowledge() {}

    static void load(Database database, SuiteContext context) {
        var importer = new KnowledgeImporter(database);
        Path folder = context.cache("without-questions");
        FOLDERS.forEach((name, kind) -> {
            Path written = folder.resolve(name);
            ClasspathFolder.read("knowledge/" + name, ".md").forEach((file, text) -> write(written, file, text));
            importer.importPath(SCOPE, written, ImportRequest.of(kind), ImportListener.none());
        });
    }

    private static void write(Path folder, String file, String text) {
        try {
            Path path = folder.resolve(file);
            Files.createDirectories(path.getParent());
            Files.writeString(path, QUESTIONS.matcher(text).replaceFirst(""));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file + " under " + folder, e);
        }
    }
}
