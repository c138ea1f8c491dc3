package dev.analystcopilot.knowledge.source;

import java.io.IOException;

/// Reads one kind of file into drafts. Thread-safe: files are read side by side. A new kind is a class that implements
/// this and a line in `Sources.standard()` (`knowledge.intake`).
public interface KnowledgeSource {

    /// What `--kind` calls it: `attack`, `sigma`, `markdown` …
    String name();

    /// Whether a file is of this kind, told by its name without `.gz`. The others of a folder are left alone.
    boolean takes(String fileName);

    /// Whether it reads documents for people, whose own kind (`runbook`, `policy` …) the user may give.
    default boolean readsDocuments() {
        return false;
    }

    /// Whether its references are known everywhere (`T1059`, a CVE number): then a document that comes again from
    /// elsewhere takes the place of the former one. Others are told apart by their origins.
    default boolean refsAreGlobal() {
        return !readsDocuments();
    }

    /// Hands over what the file holds. What cannot be read is named by [Drafts#problem], and the rest goes on.
    ///
    /// @throws dev.analystcopilot.knowledge.document.UnreadableDocumentException if nothing of the file can be read
    /// @throws IOException if the bytes are not what the name says
    void read(SourceFile file, Drafts drafts) throws IOException;
}
