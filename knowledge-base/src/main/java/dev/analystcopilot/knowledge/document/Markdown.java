package dev.analystcopilot.knowledge.document;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.front.matter.YamlFrontMatterBlock;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.ext.front.matter.YamlFrontMatterVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// A Markdown text: its front matter, and its sections, each with its blocks as they were written.
public record Markdown(FrontMatter frontMatter, List<Section> sections) {
    private static final int SECTION_LEVEL = 2;

    public Markdown {
        sections = List.copyOf(sections);
    }

    /// @param heading empty for what stands above the first heading
    /// @param blocks paragraphs, lists, tables … as source text
    public record Section(String heading, List<String> blocks) {
        public Section {
            blocks = List.copyOf(blocks);
        }
    }

    /// Sections begin at headings of the second level or above; what only looks like one, in a code block, is none.
    public static Markdown parse(String text) {
        Node document = Parser.builder()
                .extensions(List.of(YamlFrontMatterExtension.create()))
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .build()
                .parse(text);
        var visitor = new YamlFrontMatterVisitor();
        document.accept(visitor);
        List<String> lines = text.lines().toList();
        var sections = new ArrayList<Section>();
        String heading = "";
        var blocks = new ArrayList<String>();
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (node instanceof Heading found && found.getLevel() <= SECTION_LEVEL) {
                add(sections, heading, blocks);
                heading = source(node, lines).replaceFirst("^#+\\s*", "").replaceFirst("\\s*#+$", "");
            } else if (!(node instanceof YamlFrontMatterBlock)) {
                blocks.add(source(node, lines));
            }
        }
        add(sections, heading, blocks);
        return new Markdown(new FrontMatter(visitor.getData()), sections);
    }

    private static void add(List<Section> sections, String heading, List<String> blocks) {
        blocks.removeIf(String::isBlank);
        if (!blocks.isEmpty()) {
            sections.add(new Section(heading, blocks));
            blocks.clear();
        }
    }

    /// The whole lines of a block: its spans leave out the indentation of lists.
    private static String source(Node node, List<String> lines) {
        List<SourceSpan> spans = node.getSourceSpans();
        if (spans.isEmpty()) {
            return "";
        }
        int first = spans.getFirst().getLineIndex();
        int last = spans.getLast().getLineIndex();
        return String.join("\n", lines.subList(first, Math.min(last + 1, lines.size())))
                .stripTrailing();
    }
}
