package dev.analystcopilot.knowledge.document.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.analystcopilot.knowledge.document.Block;
import dev.analystcopilot.knowledge.document.FrontMatter;
import dev.analystcopilot.knowledge.document.TextDocument;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownReaderTest {
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

            ## What it means ##
            A script.

            ```
            ## not a heading
            ```

            | Port | Use |
            |------|-----|
            | 22   | ssh |

            <p>Raw <b>HTML</b></p>

            Contain
            -------
            1. Stop it.
               - really
            """;

    @Test
    void readsWhatItSaysOfItself() {
        FrontMatter front = MarkdownReader.read(TEXT).frontMatter();

        assertThat(front.required("title")).isEqualTo("Web shell");
        assertThat(front.list("techniques")).containsExactly("T1505.003", "T1190");
        assertThat(front.list("questions")).containsExactly("What is it?", "Is it bad");
    }

    @Test
    void eachBlockIsWhatItIs() {
        assertThat(MarkdownReader.read(TEXT).blocks())
                .containsExactly(
                        new Block.Paragraph("Before the first heading."),
                        new Block.Heading(2, "What it means"),
                        new Block.Paragraph("A script."),
                        new Block.Code("```\n## not a heading\n```"),
                        new Block.Table("| Port | Use |\n|------|-----|", List.of("| 22   | ssh |")),
                        new Block.Paragraph("Raw HTML"),
                        new Block.Heading(2, "Contain"),
                        new Block.Enumeration("1. Stop it.\n   - really"));
    }

    @Test
    void theOnlyHighestHeadingIsTheTitle() {
        TextDocument document = MarkdownReader.read("# Plan\n\ntext\n\n## Part\n\ntext");

        assertThat(document.title()).isEqualTo("Plan");
    }
}
