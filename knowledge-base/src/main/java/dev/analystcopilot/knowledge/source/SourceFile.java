package dev.analystcopilot.knowledge.source;

import dev.analystcopilot.knowledge.document.UnreadableDocumentException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// One file, unpacked.
///
/// @param name its path in what is imported, with slashes; in an archive `archive.zip!path`
/// @param kind what its documents are where they do not say so
public record SourceFile(String name, byte[] bytes, String kind) {
    private static final char BYTE_ORDER_MARK = '\ufeff';

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
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, Charset.forName("GB18030")}) {
            try {
                String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
                return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
            } catch (CharacterCodingException e) {
                continue;
            }
        }
        throw new UnreadableDocumentException("the text is neither UTF-8 nor GB 18030: save it as UTF-8");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SourceFile file
                && name.equals(file.name)
                && kind.equals(file.kind)
                && java.util.Arrays.equals(bytes, file.bytes);
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, kind, java.util.Arrays.hashCode(bytes));
    }

    @Override
    public String toString() {
        return name + " (" + bytes.length + " bytes)";
    }
}
