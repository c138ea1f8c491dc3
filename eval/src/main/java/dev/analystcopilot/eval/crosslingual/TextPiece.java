package dev.analystcopilot.eval.crosslingual;

/// A passage of a document to search in.
///
/// @param ref the document's name
record TextPiece(String ref, String title, String heading, String text) {

    /// As the product embeds a passage.
    String toEmbed() {
        return String.join("\n", title, heading, text).replaceAll("\n{2,}", "\n");
    }
}
