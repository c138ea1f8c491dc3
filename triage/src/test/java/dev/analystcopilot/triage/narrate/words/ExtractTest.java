package dev.analystcopilot.triage.narrate.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExtractTest {
    @Test
    void takesListItemsAsPlainText() {
        assertThat(
                        Extract.points(
                                "Intro.\n\n1. **First**: do `this`\n   and that.\n2. See [the page](http://x.example).\n- *Third*\n\nOutro."))
                .containsExactly("First: do this and that.", "See the page.", "Third");
    }

    @Test
    void takesSentencesWhereThereIsNoList() {
        assertThat(Extract.points("## Heading\n\nOne thing, e.g. Apache. Another 1.5 GB! “Third?” Yes."))
                .containsExactly("One thing, e.g. Apache.", "Another 1.5 GB!", "“Third?”", "Yes.");
    }

    @Test
    void takesChineseSentences() {
        assertThat(Extract.sentences("第一句。第二句！\n第三句")).containsExactly("第一句。", "第二句！", "第三句");
    }

    @Test
    void emptyTextHasNoPoints() {
        assertThat(Extract.points(" \n\n")).isEmpty();
    }
}
