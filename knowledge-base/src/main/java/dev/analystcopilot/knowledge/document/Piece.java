package dev.analystcopilot.knowledge.document;

/// A part of a document that is read, found and cited by itself.
///
/// @param heading where it stands: the headings above it, the highest first, and the page if there are pages; may be
///     empty
/// @param text Markdown
public record Piece(String heading, String text) {}
