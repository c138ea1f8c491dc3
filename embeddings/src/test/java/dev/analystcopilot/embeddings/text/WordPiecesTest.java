package dev.analystcopilot.embeddings.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordPiecesTest {
    @Test
    void halfSurrogatePairsAreReplaced() {
        assertThat(WordPieces.wellFormed("a\uD83Db\uDE00c")).isEqualTo("a\uFFFDb\uFFFDc");
    }

    @Test
    void wholePairsAreKept() {
        assertThat(WordPieces.wellFormed("a😀b")).isEqualTo("a😀b");
    }

    @Test
    void aPairIsNotLeftCutInHalf() {
        String text = "x".repeat(WordPieces.MAX_CHARS - 1) + "😀";
        assertThat(WordPieces.wellFormed(text)).hasSize(WordPieces.MAX_CHARS).endsWith("x\uFFFD");
    }
}
