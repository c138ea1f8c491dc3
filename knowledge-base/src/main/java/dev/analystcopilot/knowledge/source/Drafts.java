package dev.analystcopilot.knowledge.source;

/// Takes what a source reads, from one file and one thread at a time.
public interface Drafts {

    void add(Draft draft);

    /// Names a part of the file that could not be read.
    ///
    /// @param where within the file, such as `document 3`
    /// @param reason for people, with a remedy
    void problem(String where, String reason);
}
