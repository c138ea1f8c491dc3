package dev.analystcopilot.knowledge.document.read;

import dev.analystcopilot.knowledge.document.Block;
import dev.analystcopilot.knowledge.document.FrontMatter;
import dev.analystcopilot.knowledge.document.TextDocument;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.front.matter.YamlFrontMatterBlock;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.ext.front.matter.YamlFrontMatterVisitor;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jsoup.Jsoup;

/// CommonMark with GitHub's tables and front matter. Blocks keep their source text.
public final class MarkdownReader {
    private static final int HEAD_LINES = 2;

    private MarkdownReader() {}

    public static TextDocument read(String text) {
        Node document = Parser.builder()
                .extensions(List.of(YamlFrontMatterExtension.create(), TablesExtension.create()))
                .includeSourceSpans(IncludeSourceSpans.BLOCKS)
                .build()
                .parse(text);
        var visitor = new YamlFrontMatterVisitor();
        document.accept(visitor);
        List<String> lines = text.lines().toList();
        var blocks = new ArrayList<Block>();
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            String source = source(node, lines);
            switch (node) {
                case YamlFrontMatterBlock ignored -> {}
                case ThematicBreak ignored -> {}
                case Heading heading -> blocks.add(new Block.Heading(heading.getLevel(), headingText(source)));
                case BulletList ignored -> blocks.add(new Block.Enumeration(source));
                case OrderedList ignored -> blocks.add(new Block.Enumeration(source));
                case FencedCodeBlock ignored -> blocks.add(new Block.Code(source));
                case IndentedCodeBlock ignored -> blocks.add(new Block.Code(source));
                case TableBlock ignored -> blocks.add(table(source));
                case HtmlBlock ignored ->
                    blocks.add(new Block.Paragraph(Jsoup.parse(source).text()));
                default -> blocks.add(new Block.Paragraph(source));
            }
        }
        var front = new FrontMatter(visitor.getData());
        return new TextDocument(front, front.text("title", firstHeading(blocks)), front.text("lang", ""), blocks);
    }

    /// The one heading of the first level that a document begins with is its title.
    private static String firstHeading(List<Block> blocks) {
        boolean begins = !blocks.isEmpty() && blocks.getFirst() instanceof Block.Heading first && first.level() == 1;
        long tops = blocks.stream()
                .filter(block -> block instanceof Block.Heading heading && heading.level() == 1)
                .count();
        return begins && tops == 1 ? blocks.getFirst().text() : "";
    }

    private static Block table(String source) {
        List<String> lines = source.lines().toList();
        int head = Math.min(HEAD_LINES, lines.size());
        return new Block.Table(String.join("\n", lines.subList(0, head)), lines.subList(head, lines.size()));
    }

    /// Without its marks: `## Title ##`, or a line of dashes below it.
    private static String headingText(String source) {
        List<String> lines = source.lines().toList();
        String text = lines.size() > 1 && lines.getLast().matches("\\s*(?:=+|-+)\\s*")
                ? String.join(" ", lines.subList(0, lines.size() - 1))
                : source;
        return text.strip().replaceFirst("^#+\\s*", "").replaceFirst("\\s*#+$", "");
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
