package dev.analystcopilot.knowledge.source;

import dev.analystcopilot.knowledge.document.UnreadableDocumentException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// One file, unpacked.
public final class SourceFile {
    private static final int LARGEST_IN_MEMORY = 64 << 20;
    private static final int LONGEST_LINE = 100_000;
    private static final char BYTE_ORDER_MARK = '\ufeff';

    private final String name;
    private final byte[] bytes;
    private final String kind;

    /// @param bytes become this object's own
    public SourceFile(String name, byte[] bytes, String kind) {
        this.name = name;
        this.bytes = bytes;
        this.kind = kind;
    }

    /// Its path in what is imported, with slashes; in an archive `archive.zip!path`.
    public String name() {
        return name;
    }

    /// What its documents are where they do not say so.
    public String kind() {
        return kind;
    }

    /// The name without folders and ending.
    public String stem() {
        String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('!')) + 1);
        int dot = last.lastIndexOf('.');
        return dot > 0 ? last.substring(0, dot) : last;
    }

    public InputStream stream() {
        return new ByteArrayInputStream(bytes);
    }

    /// @throws UnreadableDocumentException if it is larger than what is held in memory several times over
    public SourceFile notTooLarge() {
        if (bytes.length > LARGEST_IN_MEMORY) {
            throw new UnreadableDocumentException("has %d MB; files of this kind may have %d MB: split it"
                    .formatted(bytes.length >> 20, LARGEST_IN_MEMORY >> 20));
        }
        return this;
    }

    /// UTF-8, or what Chinese systems wrote before it: GB 18030.
    ///
    /// @throws UnreadableDocumentException if it is neither, or too large
    public String text() {
        var _ = notTooLarge();
        String text = decode(bytes)
                .orElseThrow(() ->
                        new UnreadableDocumentException("the text is neither UTF-8 nor GB 18030: save it as UTF-8"));
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    /// The reader of YAML takes time with the square of a line's length: minutes for a few megabytes.
    ///
    /// @throws UnreadableDocumentException if a line is longer than any that people write
    public static String withoutEndlessLine(String text) {
        int from = 0;
        for (int line = 1; from < text.length(); line++) {
            int end = text.indexOf('\n', from);
            int length = (end < 0 ? text.length() : end) - from;
            if (length > LONGEST_LINE) {
                throw new UnreadableDocumentException("line %d has %d characters; YAML may have %d in a line: break it"
                        .formatted(line, length, LONGEST_LINE));
            }
            from += length + 1;
        }
        return text;
    }

    /// UTF-8, or what Chinese systems wrote before it: GB 18030. Empty if it is neither.
    public static Optional<String> decode(byte[] bytes) {
        return decode(bytes, StandardCharsets.UTF_8).or(() -> decode(bytes, Charset.forName("GB18030")));
    }

    private static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return name + " (" + bytes.length + " bytes)";
    }
}
