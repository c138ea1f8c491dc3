package dev.analystcopilot.knowledge.document.read;

import dev.analystcopilot.knowledge.document.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// The text of HTML elements, as Markdown.
final class HtmlText {
    private static final int DEEPEST = 20;

    private HtmlText() {}

    /// One blank between words, line breaks where the page asks for them.
    static String inline(Element element) {
        var text = new StringBuilder();
        append(element, text, 0);
        return tidy(text.toString());
    }

    static String inlineElement(Element element) {
        var text = new StringBuilder();
        appendElement(element, text, 0);
        return text.toString();
    }

    static String tidy(String text) {
        return text.lines()
                .map(line -> line.replaceAll("[\\s\\u00A0]+", " ").strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static void append(Element element, StringBuilder text, int depth) {
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText().replaceAll("\\s+", " "));
            } else if (node instanceof Element child) {
                appendElement(child, text, depth + 1);
            }
        }
    }

    private static void appendElement(Element element, StringBuilder text, int depth) {
        if (depth > DEEPEST) {
            text.append(element.text());
            return;
        }
        switch (element.normalName()) {
            case "br" -> text.append('\n');
            case "code", "kbd", "samp", "tt" ->
                text.append('`').append(element.text()).append('`');
            case "p", "div", "li", "ul", "ol", "tr", "pre" -> {
                text.append('\n');
                append(element, text, depth);
                text.append('\n');
            }
            case "img" -> text.append(element.attr("alt"));
            default -> append(element, text, depth);
        }
    }

    static String list(Element list, int depth) {
        var lines = new ArrayList<String>();
        boolean ordered = list.normalName().equals("ol");
        int number = 1;
        for (Element item : list.children()) {
            if (!item.normalName().equals("li")) {
                continue;
            }
            Element own = item.clone();
            own.select("ul, ol").remove();
            String mark = ordered ? number++ + ". " : "- ";
            lines.add("  ".repeat(depth) + mark + inline(own).replace("\n", " "));
            if (depth < DEEPEST) {
                for (Element child : item.children()) {
                    if (child.normalName().equals("ul") || child.normalName().equals("ol")) {
                        lines.add(list(child, depth + 1));
                    }
                }
            }
        }
        return lines.stream().filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    }

    static String definitions(Element list) {
        return list.children().stream()
                .map(item -> item.normalName().equals("dt")
                        ? "- **" + inline(item) + "**"
                        : "  " + inline(item).replace("\n", " "))
                .collect(Collectors.joining("\n"));
    }

    static String code(Element pre) {
        String text = pre.wholeText().stripTrailing();
        return "```\n" + (text.startsWith("\n") ? text.substring(1) : text) + "\n```";
    }

    static Block table(Element table) {
        var rows = new ArrayList<List<String>>();
        table.select("tr").stream()
                .filter(row -> table.equals(row.closest("table")))
                .forEach(row -> rows.add(row.children().stream()
                        .filter(cell -> cell.normalName().equals("td")
                                || cell.normalName().equals("th"))
                        .map(HtmlText::inline)
                        .toList()));
        Element caption = table.selectFirst("caption");
        return Tables.of(rows, caption == null ? "" : inline(caption));
    }
}
