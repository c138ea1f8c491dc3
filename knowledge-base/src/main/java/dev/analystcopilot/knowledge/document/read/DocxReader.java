package dev.analystcopilot.knowledge.document.read;

import dev.analystcopilot.knowledge.document.Block;
import dev.analystcopilot.knowledge.document.FrontMatter;
import dev.analystcopilot.knowledge.document.TextDocument;
import dev.analystcopilot.knowledge.document.UnreadableDocumentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/// Word documents: heading styles, lists, tables. Old `.doc` files and encrypted ones are named, not read.
final class DocxReader {
    /// How files of Word before 2007 begin, and encrypted ones since.
    static final String OLE2 = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";

    private DocxReader() {}

    static TextDocument read(byte[] bytes) {
        if ((bytes[0] & 0xFF) == OLE2.charAt(0)) {
            throw new UnreadableDocumentException(
                    "it is protected by a password, or an old .doc: save it as .docx without a password");
        }
        ZipCheck.check(bytes);
        try (var document = new XWPFDocument(new ByteArrayInputStream(bytes))) {
            var blocks = new DocxBlocks(document);
            for (IBodyElement element : document.getBodyElements()) {
                if (element instanceof XWPFParagraph paragraph) {
                    blocks.paragraph(paragraph);
                } else if (element instanceof XWPFTable table) {
                    blocks.table(table);
                }
            }
            String property = document.getProperties().getCoreProperties().getTitle();
            String title = blocks.title().isBlank() && property != null ? property.strip() : blocks.title();
            return new TextDocument(new FrontMatter(Map.of()), title, "", blocks.blocks());
        } catch (IOException | RuntimeException e) {
            // POI has many ways to say that parts which a document needs are missing.
            throw damaged(e);
        }
    }

    static Block tableOf(XWPFTable table) {
        return Tables.of(
                table.getRows().stream()
                        .map(row -> row.getTableICells().stream()
                                .map(cell -> cell instanceof XWPFTableCell real ? real.getText() : "")
                                .toList())
                        .toList(),
                "");
    }

    private static UnreadableDocumentException damaged(Exception e) {
        String reason = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        return new UnreadableDocumentException(
                "it is no readable DOCX (" + reason + "): open it in a word processor and save it again as .docx");
    }
}
