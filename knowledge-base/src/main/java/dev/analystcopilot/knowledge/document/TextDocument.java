package dev.analystcopilot.knowledge.document;

import static java.util.Objects.requireNonNull;

import java.util.List;

/// A document as a format's reader understood it.
///
/// @param frontMatter what it says of itself; empty in formats that have none
/// @param title its own title; empty if it has none
/// @param language as it says, such as `zh-CN`; empty if it does not say
public record TextDocument(FrontMatter frontMatter, String title, String language, List<Block> blocks) {

    public TextDocument {
        requireNonNull(frontMatter, "frontMatter");
        requireNonNull(title, "title");
        requireNonNull(language, "language");
        blocks = blocks.stream()
                .filter(block -> block instanceof Block.Page || !block.text().isBlank())
                .toList();
    }

    /// Whether nobody could read anything in it.
    public boolean isEmpty() {
        return blocks.stream().noneMatch(block -> !block.text().isBlank());
    }
}
