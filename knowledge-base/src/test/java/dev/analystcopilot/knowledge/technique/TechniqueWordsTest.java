package dev.analystcopilot.knowledge.technique;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TechniqueWordsTest {
    private final TechniqueWords words = new TechniqueWords(List.of("dump", "credenti"), List.of(2.0, 3.0));

    @Test
    void aRowHasUnitLength() {
        float[] row = words.row(Map.of("dump", 1, "credenti", 2, "other", 5));
        assertThat(row[0] * row[0] + row[1] * row[1]).isCloseTo(1f, org.assertj.core.data.Offset.offset(1e-5f));
    }

    @Test
    void unknownWordsGiveNothing() {
        assertThat(words.row(Map.of("other", 1))).containsOnly(0f);
    }

    @Test
    void notesGiveTheSameWordsBack() {
        assertThat(TechniqueWords.of(words.notes()).row(Map.of("dump", 1))).containsExactly(1f, 0f);
    }
}
