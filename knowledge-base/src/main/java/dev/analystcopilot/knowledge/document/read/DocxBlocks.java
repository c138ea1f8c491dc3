package dev.analystcopilot.knowledge.document.read;

import dev.analystcopilot.knowledge.document.Block;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/// Collects a Word document's paragraphs: neighbouring list items become one list, lines of code one block.
final class DocxBlocks {
    /// Word stores the names of its own styles in English, whatever language it speaks; other programs do not.
    private static final Pattern HEADING = Pattern.compile("(?:heading|标题|überschrift|titre)\\s*([1-9])");

    private static final Pattern TABLE_OF_CONTENTS = Pattern.compile("toc ?\\d.*|目录.*|table of .*|header|footer");
    private static final Pattern CODE_FONT =
            Pattern.compile(".*(?:courier|consolas|mono|menlo|fira code).*", Pattern.CASE_INSENSITIVE);

    private final XWPFDocument document;
    private final List<Block> blocks = new ArrayList<>();
    private final List<String> items = new ArrayList<>();
    private final List<String> code = new ArrayList<>();
    private String title = "";

    DocxBlocks(XWPFDocument document) {
        this.document = document;
    }

    void paragraph(XWPFParagraph paragraph) {
        String text = paragraph.getText().replace('\u00A0', ' ').stripTrailing();
        String style = style(paragraph);
        if (text.isBlank()) {
            if (!code.isEmpty()) {
                code.add("");
            }
            return;
        }
        Matcher heading = HEADING.matcher(style);
        if (TABLE_OF_CONTENTS.matcher(style).matches()) {
            return;
        } else if (heading.lookingAt()) {
            close();
            blocks.add(new Block.Heading(Integer.parseInt(heading.group(1)), text));
        } else if (title.isEmpty() && (style.equals("title") || style.equals("标题"))) {
            close();
            title = text.strip();
        } else if (isCode(paragraph, style)) {
            closeList();
            code.add(text);
        } else if (paragraph.getNumID() != null && !BigInteger.ZERO.equals(paragraph.getNumID())) {
            closeCode();
            items.add(item(paragraph, text));
        } else {
            close();
            blocks.add(new Block.Paragraph(text.strip()));
        }
    }

    void table(XWPFTable table) {
        close();
        blocks.add(DocxReader.tableOf(table));
    }

    List<Block> blocks() {
        close();
        return List.copyOf(blocks);
    }

    /// Of the paragraph in the style "Title"; empty if there is none.
    String title() {
        return title;
    }

    private String style(XWPFParagraph paragraph) {
        String id = paragraph.getStyleID();
        if (id == null) {
            return "";
        }
        XWPFStyle style =
                document.getStyles() == null ? null : document.getStyles().getStyle(id);
        String name = style == null || style.getName() == null ? id : style.getName();
        return name.toLowerCase(Locale.ROOT).strip();
    }

    private static boolean isCode(XWPFParagraph paragraph, String style) {
        if (style.contains("code") || style.contains("preformatted") || style.contains("源代码")) {
            return true;
        }
        var runs = paragraph.getRuns().stream()
                .filter(run -> run.text() != null && !run.text().isBlank())
                .toList();
        return !runs.isEmpty()
                && runs.stream()
                        .allMatch(run -> run.getFontFamily() != null
                                && CODE_FONT.matcher(run.getFontFamily()).matches());
    }

    private static String item(XWPFParagraph paragraph, String text) {
        int depth = paragraph.getNumIlvl() == null
                ? 0
                : Math.min(8, paragraph.getNumIlvl().intValue());
        String format = paragraph.getNumFmt();
        boolean numbered = format != null && !format.equals("bullet") && !format.equals("none");
        return "  ".repeat(depth) + (numbered ? "1. " : "- ") + text.strip();
    }

    private void close() {
        closeList();
        closeCode();
    }

    private void closeList() {
        if (!items.isEmpty()) {
            blocks.add(new Block.Enumeration(String.join("\n", numbered(items))));
            items.clear();
        }
    }

    /// Numbers the items of each depth, beginning anew under each item above.
    private static List<String> numbered(List<String> items) {
        var lines = new ArrayList<String>();
        int[] counts = new int[10];
        for (String item : items) {
            int depth = (item.length() - item.stripLeading().length()) / 2;
            java.util.Arrays.fill(counts, depth + 1, counts.length, 0);
            if (item.startsWith("1. ", 2 * depth)) {
                counts[depth]++;
                lines.add("  ".repeat(depth) + counts[depth] + item.substring(2 * depth + 1));
            } else {
                lines.add(item);
            }
        }
        return lines;
    }

    private void closeCode() {
        if (!code.isEmpty()) {
            blocks.add(new Block.Code("```\n" + String.join("\n", code).stripTrailing() + "\n```"));
            code.clear();
        }
    }
}
