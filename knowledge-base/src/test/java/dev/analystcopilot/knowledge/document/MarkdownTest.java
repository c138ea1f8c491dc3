package dev.analystcopilot.knowledge.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTest {
    private static final String TEXT = """
            ---
            id: web-shell
            title: "Web shell"
            techniques: [T1505.003, T1190]
            questions:
              - What is it?
              - Is it bad
            ---
            Before the first heading.

            ## What it means
            A script.

            ```
            ## not a heading
            ```

            ## Contain
            1. Stop it.
               - really
            """;

    @Test
    void readsWhatItSaysOfItself() {
        FrontMatter front = Markdown.parse(TEXT).frontMatter();

        assertThat(front.required("title")).isEqualTo("Web shell");
        assertThat(front.list("techniques")).containsExactly("T1505.003", "T1190");
        assertThat(front.list("questions")).containsExactly("What is it?", "Is it bad");
    }

    @Test
    void sectionsBeginAtHeadings() {
        assertThat(Markdown.parse(TEXT).sections())
                .containsExactly(
                        new Markdown.Section("", List.of("Before the first heading.")),
                        new Markdown.Section("What it means", List.of("A script.", "```\n## not a heading\n```")),
                        new Markdown.Section("Contain", List.of("1. Stop it.\n   - really")));
    }

    @Test
    void aLongSectionIsCutAtItsBlocks() {
        String block = "word ".repeat(200).strip();

        assertThat(Chunker.cut(List.of(block, block, block))).hasSize(3).allMatch(block::equals);
    }

    @Test
    void nothingIsLostInAHardCut() {
        String endless = "汉".repeat(1_000);

        assertThat(Chunker.cut(List.of(endless)))
                .allMatch(part -> Chunker.tokens(part) <= Chunker.MAX_TOKENS)
                .satisfies(parts -> assertThat(String.join("", parts)).isEqualTo(endless));
    }
}
