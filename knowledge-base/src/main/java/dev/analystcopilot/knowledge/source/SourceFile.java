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

    /// UTF-8, or what Chinese systems wrote before it: GB 18030.
    ///
    /// @throws UnreadableDocumentException if it is neither
    public String text() {
        String text = decode(bytes)
                .orElseThrow(() ->
                        new UnreadableDocumentException("the text is neither UTF-8 nor GB 18030: save it as UTF-8"));
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
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
