package dev.analystcopilot.embeddings.text;

/// One tokenizer for each language that counts for the whole process: read when the first text is counted, never
/// closed.
final class Tokenizers {

    private Tokenizers() {}

    static final class English {
        static final WordPieces PIECES = WordPieces.load(BgeVariant.ENGLISH.tokenizer());

        private English() {}
    }

    static final class Chinese {
        static final WordPieces PIECES = WordPieces.load(BgeVariant.CHINESE.tokenizer());

        private Chinese() {}
    }
}
