package dev.analystcopilot.knowledge.format.split;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;

/// Makes records of bytes.
final class Records {
    private static final int EXCERPT_BYTES = 800;

    private Records() {}

    /// The text of the window's first `length` bytes, or the refusal of bytes that are not UTF-8: replacing them
    /// silently would change evidence.
    static RawRecord of(ByteWindow window, int from, int length) {
        String text = new String(window.array(), window.offset() + from, length, UTF_8);
        if (text.indexOf('\uFFFD') < 0) {
            return new RawRecord.Text(text);
        }
        var bytes = ByteBuffer.wrap(window.array(), window.offset() + from, length);
        try {
            UTF_8.newDecoder().decode(bytes);
            return new RawRecord.Text(text);
        } catch (CharacterCodingException e) {
            int at = bytes.position() - window.offset() - from;
            return new RawRecord.Broken("byte " + (at + 1) + " of the record is not valid UTF-8", Excerpt.of(text));
        }
    }

    static RawRecord tooLong(int limit, String excerpt) {
        return new RawRecord.Broken("the record is longer than " + (limit >> 20) + " MiB", excerpt);
    }

    static String excerpt(ByteWindow window, int length) {
        return Excerpt.of(new String(window.array(), window.offset(), Math.min(length, EXCERPT_BYTES), UTF_8));
    }

    static boolean blank(byte b) {
        return b == ' ' || b == '\t' || b == '\n' || b == '\r';
    }
}
