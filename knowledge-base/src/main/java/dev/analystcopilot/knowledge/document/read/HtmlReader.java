package dev.analystcopilot.knowledge.document.read;

import dev.analystcopilot.knowledge.document.Block;
import dev.analystcopilot.knowledge.document.FrontMatter;
import dev.analystcopilot.knowledge.document.TextDocument;
import dev.analystcopilot.knowledge.document.UnreadableDocumentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Web pages: what stands around the text (menus, scripts, forms, what is hidden) is left out.
final class HtmlReader {
    private static final String AROUND =
            "script, style, noscript, template, svg, math, iframe, object, canvas, form, button,"
                    + " nav, aside, footer, [role=navigation], [role=banner], [role=contentinfo], [hidden], [aria-hidden=true],"
                    + " [style~=(?i)display\\s*:\\s*none], [style~=(?i)visibility\\s*:\\s*hidden]";
    private static final Set<String> CONTAINERS = Set.of(
            "body", "main", "article", "section", "div", "header", "center", "details", "figure", "fieldset", "hgroup");
    /// jsoup reads any depth; we walk only so far into a page that was made to break readers.
    private static final int DEEPEST = 200;

    private final List<Block> blocks = new ArrayList<>();
    private final StringBuilder loose = new StringBuilder();

    private HtmlReader() {}

    static TextDocument read(byte[] bytes) {
        Document page;
        try {
            // The page itself says its encoding, or it is UTF-8.
            page = Jsoup.parse(new ByteArrayInputStream(bytes), null, "");
        } catch (IOException e) {
            throw new UnreadableDocumentException(
                    "it is no readable HTML (" + e.getMessage() + "): save the page again");
        }
        String title = page.title().strip();
        Element html = page.selectFirst("html");
        String language = html == null ? "" : html.attr("lang");
        page.select(AROUND).remove();
        Element main = page.selectFirst("main, [role=main]");
        Element article = page.select("article").size() == 1 ? page.selectFirst("article") : null;
        Element root =
                main != null && main.hasText() ? main : article != null && article.hasText() ? article : page.body();
        var reader = new HtmlReader();
        reader.walk(root, 0);
        reader.flush();
        Element first = root.selectFirst("h1");
        String own = first == null || root.select("h1").size() > 1 ? title : HtmlText.inline(first);
        return new TextDocument(new FrontMatter(Map.of()), own, language, reader.blocks);
    }

    private void walk(Element element, int depth) {
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) {
                loose.append(text.getWholeText());
            } else if (node instanceof Element child) {
                block(child, depth + 1);
            }
        }
    }

    private void block(Element element, int depth) {
        String name = element.normalName();
        if (depth > DEEPEST) {
            loose.append(' ').append(element.text());
            return;
        }
        switch (name) {
            case "h1", "h2", "h3", "h4", "h5", "h6" ->
                add(new Block.Heading(name.charAt(1) - '0', HtmlText.inline(element)));
            case "p" -> add(new Block.Paragraph(HtmlText.inline(element)));
            case "ul", "ol" -> add(new Block.Enumeration(HtmlText.list(element, 0)));
            case "dl" -> add(new Block.Enumeration(HtmlText.definitions(element)));
            case "pre" -> add(new Block.Code(HtmlText.code(element)));
            case "blockquote" ->
                add(new Block.Paragraph("> " + HtmlText.inline(element).replace("\n", "\n> ")));
            case "table" -> table(element, depth);
            case "br" -> loose.append('\n');
            case "hr" -> flush();
            default -> {
                if (CONTAINERS.contains(name)
                        || !element.select("p, div, ul, ol, table, pre, h1, h2, h3")
                                .isEmpty()) {
                    flush();
                    walk(element, depth);
                    flush();
                } else {
                    loose.append(HtmlText.inlineElement(element));
                }
            }
        }
    }

    /// A table that only lays out a page is read cell by cell.
    private void table(Element table, int depth) {
        flush();
        if (table.selectFirst("table table, h1, h2, h3, p + p, pre") != null
                && table.select("th").isEmpty()) {
            table.select("> tbody > tr > td, > tr > td").forEach(cell -> {
                walk(cell, depth);
                flush();
            });
            return;
        }
        blocks.add(HtmlText.table(table));
    }

    private void add(Block block) {
        flush();
        blocks.add(block);
    }

    /// Text that stands in no block of its own is a paragraph.
    private void flush() {
        String text = HtmlText.tidy(loose.toString());
        if (!text.isBlank()) {
            blocks.add(new Block.Paragraph(text));
        }
        loose.setLength(0);
    }
}
