package dev.analystcopilot.knowledge.document.read;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.analystcopilot.knowledge.document.TextDocument;
import dev.analystcopilot.knowledge.document.UnreadableDocumentException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The file formats of documents that people write for people.
public enum DocumentFormat {
    MARKDOWN("md", "markdown", "txt"),
    HTML("html", "htm", "xhtml"),
    PDF("pdf"),
    DOCX("docx");

    /// A larger file is a book or a mistake.
    public static final int MAX_BYTES = 50 * 1024 * 1024;

    /// Without pictures, so much text is a shelf of books, or no text.
    private static final int MAX_TEXT_BYTES = 16 * 1024 * 1024;

    private static final Pattern HTML_START = Pattern.compile(
            "(?:\\s|\\x{FEFF}|<!--(?:[^-]|-(?!->))*+-->|<\\?xml[^>]{0,200}>)*+<(?:!doctype\\s+html|html|head|body)\\b.*",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final int HEAD = 2_048;

    /// Each between dots.
    private final String endings;

    DocumentFormat(String... endings) {
        this.endings = "." + String.join(".", endings) + ".";
    }

    /// Its name in commands.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Whether a file's name says that it is of this format.
    public boolean takes(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot >= 0 && endings.contains(fileName.substring(dot).toLowerCase(Locale.ROOT) + ".");
    }

    /// What the bytes say they are; text of no format is Markdown.
    public static DocumentFormat detect(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), ISO_8859_1);
        if (head.length() > 4
                && head.substring(0, Math.min(head.length(), 1_024)).contains("%PDF-")) {
            return PDF;
        }
        if (head.startsWith("PK\u0003\u0004") || head.startsWith(DocxReader.OLE2)) {
            return DOCX;
        }
        return HTML_START.matcher(head).matches() ? HTML : MARKDOWN;
    }

    /// Reads a file of whatever format its bytes say.
    ///
    /// @throws UnreadableDocumentException with a reason and a remedy for people
    public static TextDocument read(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new UnreadableDocumentException("it has " + bytes.length / 1024 / 1024
                    + " MB; documents may have 50 MB: split it, or leave out its pictures");
        }
        DocumentFormat format = detect(bytes);
        if ((format == MARKDOWN || format == HTML) && bytes.length > MAX_TEXT_BYTES) {
            throw new UnreadableDocumentException(
                    "it has " + bytes.length / 1024 / 1024 + " MB; texts may have 16 MB: split it");
        }
        TextDocument document;
        try {
            document = switch (format) {
                case MARKDOWN -> MarkdownReader.read(text(bytes));
                case HTML -> HtmlReader.read(bytes);
                case PDF -> PdfReader.read(bytes);
                case DOCX -> DocxReader.read(bytes);
            };
        } catch (StackOverflowError e) {
            throw new UnreadableDocumentException(
                    "its parts are nested deeper than any text is, as in files made to break readers");
        }
        if (document.isEmpty()) {
            throw new UnreadableDocumentException("there is no text");
        }
        return document;
    }

    /// UTF-8, or what Chinese systems wrote before it: GB 18030.
    private static String text(byte[] bytes) {
        return decoded(bytes, StandardCharsets.UTF_8)
                .or(() -> decoded(bytes, Charset.forName("GB18030")))
                .filter(text -> text.indexOf('\u0000') < 0)
                .map(text -> text.startsWith("\uFEFF") ? text.substring(1) : text)
                .orElseThrow(() -> new UnreadableDocumentException(
                        "it is no text in UTF-8 or GB 18030, no PDF, no DOCX and no HTML: save it as one of these"));
    }

    private static Optional<String> decoded(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
