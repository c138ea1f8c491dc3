package dev.analystcopilot.knowledge.document.read;

import dev.analystcopilot.knowledge.document.UnreadableDocumentException;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// Collects a PDF's lines with their places and sizes.
final class PdfStripper extends PDFTextStripper {
    /// Of text in one document: more is no document that people read.
    private static final int MOST_CHARACTERS = 20_000_000;

    private final List<PdfLine> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();
    private final List<TextPosition> positions = new ArrayList<>();
    private long characters;

    private PdfStripper() {
        setSuppressDuplicateOverlappingText(true);
    }

    static List<PdfLine> lines(PDDocument document) throws IOException {
        var stripper = new PdfStripper();
        stripper.writeText(document, Writer.nullWriter());
        stripper.flush();
        return List.copyOf(stripper.lines);
    }

    @Override
    protected void writeString(String text, List<TextPosition> placed) {
        characters += text.length();
        if (characters > MOST_CHARACTERS) {
            throw new UnreadableDocumentException("it holds more than 20 million characters: split it");
        }
        line.append(text);
        positions.addAll(placed);
    }

    @Override
    protected void writeWordSeparator() {
        line.append(' ');
    }

    @Override
    protected void writeLineSeparator() {
        flush();
    }

    @Override
    protected void writeParagraphEnd() {
        flush();
    }

    @Override
    protected void writePageEnd() {
        flush();
    }

    private void flush() {
        String text = line.toString().replaceAll("[\\s\\u00A0]+", " ").strip();
        if (!text.isEmpty() && !positions.isEmpty()) {
            TextPosition first = positions.getFirst();
            lines.add(new PdfLine(
                    text,
                    getCurrentPageNo(),
                    size(),
                    most("bold", "black", "heavy"),
                    most("courier", "consolas", "mono"),
                    first.getXDirAdj(),
                    first.getYDirAdj(),
                    first.getYDirAdj() / Math.max(1, first.getPageHeight())));
        }
        line.setLength(0);
        positions.clear();
    }

    private double size() {
        Map<Double, Integer> counts = new HashMap<>();
        positions.forEach(each -> counts.merge(Math.round(each.getFontSizeInPt() * 2) / 2.0, 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(0.0);
    }

    private boolean most(String... names) {
        long found = positions.stream()
                .filter(each -> {
                    String font = String.valueOf(each.getFont().getName()).toLowerCase(Locale.ROOT);
                    return List.of(names).stream().anyMatch(font::contains);
                })
                .count();
        return found * 10 > positions.size() * 8L;
    }
}
