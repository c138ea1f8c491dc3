package dev.analystcopilot.knowledge.document.read;

import dev.analystcopilot.knowledge.document.Block;
import dev.analystcopilot.knowledge.document.FrontMatter;
import dev.analystcopilot.knowledge.document.TextDocument;
import dev.analystcopilot.knowledge.document.UnreadableDocumentException;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/// PDF: headings told by the size of their letters, paragraphs put together from lines, what repeats on every page left
/// out.
final class PdfReader {
    private static final int MOST_PAGES = 5_000;

    private PdfReader() {}

    static TextDocument read(byte[] bytes) {
        // What streams unpack to lies in a temporary file, not in the memory.
        try (PDDocument document = Loader.loadPDF(bytes, "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
            int pages = document.getNumberOfPages();
            if (pages > MOST_PAGES) {
                throw new UnreadableDocumentException("it has " + pages + " pages, more than 5,000: split it");
            }
            if (!document.getCurrentAccessPermission().canExtractContent()) {
                throw new UnreadableDocumentException(
                        "its author has forbidden to copy text from it: ask for a version without this protection");
            }
            List<PdfLine> lines = PdfStripper.lines(document);
            if (lines.isEmpty()) {
                throw new UnreadableDocumentException("it has " + pages
                        + " pages and no text, as a scan has: it needs OCR (such as `ocrmypdf in.pdf out.pdf`) first");
            }
            List<Block> blocks = new PdfLayout(PdfMargins.without(lines, pages)).blocks();
            return new TextDocument(new FrontMatter(Map.of()), title(document, blocks), "", blocks);
        } catch (InvalidPasswordException e) {
            throw new UnreadableDocumentException(
                    "it is encrypted: save it without a password (such as `qpdf --decrypt in.pdf out.pdf`)");
        } catch (IOException e) {
            throw new UnreadableDocumentException(
                    "it is no readable PDF (" + e.getMessage() + "): copy it again, or print it to a new PDF");
        } catch (UnreadableDocumentException e) {
            throw e;
        } catch (RuntimeException e) {
            // What PDFBox's parsers say to structures that no program would write.
            throw new UnreadableDocumentException(
                    "it is damaged inside (" + e.getClass().getSimpleName() + "): print it to a new PDF");
        }
    }

    /// The one heading of the first level on the first page; or what the file says, unless a program made that up.
    private static String title(PDDocument document, List<Block> blocks) {
        List<String> tops = blocks.stream()
                .filter(block -> block instanceof Block.Heading heading && heading.level() == 1)
                .map(Block::text)
                .toList();
        if (tops.size() == 1) {
            return tops.getFirst();
        }
        String said = document.getDocumentInformation().getTitle();
        boolean madeUp = said == null || said.isBlank() || said.matches("(?i).*(?:microsoft|untitled|\\.\\w{2,4}$).*");
        return madeUp ? "" : said.strip();
    }
}
