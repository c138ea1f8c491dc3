package dev.analystcopilot.knowledge.sigma.rule;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;

/// Texts as they stand within encoded ones.
final class Encodings {
    private static final int[] CUT_AT_START = {0, 2, 3};
    private static final int[] CUT_AT_END = {0, 3, 2};

    private Encodings() {}

    /// Each byte of a text in another character set as a character of its own.
    static String bytesAsText(String text, Charset charset) {
        return new String(text.getBytes(charset), StandardCharsets.ISO_8859_1);
    }

    static String base64(byte[] text) {
        return Base64.getEncoder().encodeToString(text);
    }

    /// What is sure to stand in the Base64 of any text that has this one inside: one spelling for each of the three
    /// places at which it can begin within a group of three bytes.
    static List<String> base64Anywhere(byte[] text) {
        return IntStream.range(0, 3)
                .mapToObj(offset -> {
                    byte[] moved = new byte[offset + text.length];
                    Arrays.fill(moved, 0, offset, (byte) ' ');
                    System.arraycopy(text, 0, moved, offset, text.length);
                    String encoded = base64(moved);
                    return encoded.substring(CUT_AT_START[offset], encoded.length() - CUT_AT_END[moved.length % 3]);
                })
                .toList();
    }
}
