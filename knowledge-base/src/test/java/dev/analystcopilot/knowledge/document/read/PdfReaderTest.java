package dev.analystcopilot.knowledge.document.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.analystcopilot.knowledge.document.Block;
import dev.analystcopilot.knowledge.document.TextDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.junit.jupiter.api.Test;

class PdfReaderTest {
    private static final PDFont PLAIN = new PDType1Font(FontName.HELVETICA);
    private static final PDFont BOLD = new PDType1Font(FontName.HELVETICA_BOLD);

    private record Line(PDFont font, int size, int y, String text) {}

    private static Line text(int y, String text) {
        return new Line(PLAIN, 10, y, text);
    }

    @SafeVarargs
    private static PDDocument pages(List<Line>... pages) throws IOException {
        var document = new PDDocument();
        for (List<Line> lines : pages) {
            var page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (var content = new PDPageContentStream(document, page)) {
                for (Line line : lines) {
                    content.beginText();
                    content.setFont(line.font(), line.size());
                    content.newLineAtOffset(60, line.y());
                    content.showText(line.text());
                    content.endText();
                }
            }
        }
        return document;
    }

    private static byte[] bytes(PDDocument document) throws IOException {
        try (document;
                var out = new ByteArrayOutputStream()) {
            document.save(out);
            return out.toByteArray();
        }
    }

    private static byte[] plan() throws IOException {
        return bytes(pages(
                List.of(
                        text(820, "ACME internal"),
                        new Line(BOLD, 20, 760, "Phishing plan"),
                        new Line(BOLD, 14, 720, "Contain"),
                        text(700, "Whoever opened the attach-"),
                        text(688, "ment calls the desk."),
                        text(660, "A new paragraph that goes"),
                        text(20, "Page 1 of 2")),
                List.of(
                        text(820, "ACME internal"),
                        text(780, "on over here."),
                        text(752, "• Unplug the cable"),
                        text(740, "  at once"),
                        text(728, "• Wait"),
                        new Line(BOLD, 10, 700, "Report"),
                        text(680, "Say what you saw."),
                        text(20, "Page 2 of 2"))));
    }

    @Test
    void linesBecomeHeadingsParagraphsAndLists() throws IOException {
        TextDocument read = DocumentFormat.read(plan());

        assertThat(read.title()).isEqualTo("Phishing plan");
        assertThat(read.blocks())
                .containsExactly(
                        new Block.Page(1),
                        new Block.Heading(1, "Phishing plan"),
                        new Block.Heading(2, "Contain"),
                        new Block.Paragraph("Whoever opened the attachment calls the desk."),
                        new Block.Paragraph("A new paragraph that goes on over here."),
                        new Block.Page(2),
                        new Block.Enumeration("- Unplug the cable at once\n- Wait"),
                        new Block.Heading(3, "Report"),
                        new Block.Paragraph("Say what you saw."));
    }

    @Test
    void aTableOfContentsIsLeftOut() {
        var lines = List.of(line(100, "2.1 Naming . . . . . . . . . . . . . . . 3"), line(300, "Wait ... then go on."));

        assertThat(PdfMargins.without(lines, 1)).containsExactly(lines.getLast());
    }

    @Test
    void chineseLinesAreJoinedWithoutBlanks() {
        var lines = List.of(line(100, "发现可疑邮件后应立即断开"), line(112, "网络连接。"));

        assertThat(new PdfLayout(lines).blocks()).contains(new Block.Paragraph("发现可疑邮件后应立即断开网络连接。"));
    }

    private static PdfLine line(double y, String text) {
        return new PdfLine(text, 1, 10, false, false, 60, y, y / 842);
    }

    @Test
    void anEncryptedOneIsNamed() throws IOException {
        PDDocument document = pages(List.of(text(700, "secret")));
        document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));

        assertThatThrownBy(() -> DocumentFormat.read(bytes(document))).hasMessageContaining("it is encrypted");
    }

    @Test
    void aScanNeedsOcr() throws IOException {
        byte[] scan = bytes(pages(List.of(), List.of()));

        assertThatThrownBy(() -> DocumentFormat.read(scan))
                .hasMessageContaining("2 pages")
                .hasMessageContaining("OCR");
    }

    @Test
    void aDamagedOneIsNamed() throws IOException {
        byte[] broken = "%PDF-1.7\nnothing of use".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

        assertThatThrownBy(() -> DocumentFormat.read(broken)).hasMessageContaining("PDF");
    }
}
