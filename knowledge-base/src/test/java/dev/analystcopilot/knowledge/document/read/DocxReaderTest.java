package dev.analystcopilot.knowledge.document.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.analystcopilot.knowledge.document.Block;
import dev.analystcopilot.knowledge.document.TextDocument;
import dev.analystcopilot.knowledge.document.UnreadableDocumentException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;

class DocxReaderTest {

    private static byte[] document() throws IOException {
        try (var document = new XWPFDocument();
                var out = new ByteArrayOutputStream()) {
            paragraph(document, "Title", "Phishing plan");
            paragraph(document, "Heading1", "Contain");
            paragraph(document, null, "Do this:");
            item(document, "Unplug", 0);
            item(document, "the cable", 1);
            var code = document.createParagraph().createRun();
            code.setFontFamily("Consolas");
            code.setText("netsh interface set");
            var table = document.createTable(2, 2);
            table.getRow(0).getCell(0).setText("Port");
            table.getRow(0).getCell(1).setText("Use");
            table.getRow(1).getCell(0).setText("22");
            table.getRow(1).getCell(1).setText("ssh");
            paragraph(document, "Heading2", "Later");
            paragraph(document, null, "Report it.");
            document.write(out);
            return out.toByteArray();
        }
    }

    private static void paragraph(XWPFDocument document, String style, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        if (style != null) {
            paragraph.setStyle(style);
        }
        paragraph.createRun().setText(text);
    }

    private static void item(XWPFDocument document, String text, int depth) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setNumID(BigInteger.ONE);
        paragraph.setNumILvl(BigInteger.valueOf(depth));
        paragraph.createRun().setText(text);
    }

    @Test
    void stylesSayWhatAParagraphIs() throws IOException {
        TextDocument read = DocumentFormat.read(document());

        assertThat(read.title()).isEqualTo("Phishing plan");
        assertThat(read.blocks())
                .containsExactly(
                        new Block.Heading(1, "Contain"),
                        new Block.Paragraph("Do this:"),
                        new Block.Enumeration("- Unplug\n  - the cable"),
                        new Block.Code("```\nnetsh interface set\n```"),
                        new Block.Table("| Port | Use |\n| --- | --- |", List.of("| 22 | ssh |")),
                        new Block.Heading(2, "Later"),
                        new Block.Paragraph("Report it."));
    }

    @Test
    void aZipBombIsNamedBeforeItIsUnpacked() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] zeroes = new byte[1024 * 1024];
            for (int i = 0; i < 400; i++) {
                zip.write(zeroes);
            }
        }

        assertThatThrownBy(() -> DocumentFormat.read(out.toByteArray()))
                .isInstanceOf(UnreadableDocumentException.class)
                .hasMessageContaining("unpacks to far more");
    }

    @Test
    void anEncryptedOneIsNamed() throws Exception {
        var out = new ByteArrayOutputStream();
        try (var files = new POIFSFileSystem()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword("secret");
            try (var encrypted = encryptor.getDataStream(files)) {
                encrypted.write(document());
            }
            files.writeFilesystem(out);
        }

        assertThatThrownBy(() -> DocumentFormat.read(out.toByteArray())).hasMessageContaining("without a password");
    }

    @Test
    void aZipThatIsNoDocumentIsNamed() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("readme.txt"));
            zip.write(1);
        }

        assertThatThrownBy(() -> DocumentFormat.read(out.toByteArray())).hasMessageContaining("no readable DOCX");
    }

    @Test
    void aTruncatedOneIsNamed() throws IOException {
        byte[] whole = document();

        assertThatThrownBy(() -> DocumentFormat.read(java.util.Arrays.copyOf(whole, whole.length / 3)))
                .isInstanceOf(UnreadableDocumentException.class);
    }
}
