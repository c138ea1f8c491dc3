package dev.analystcopilot.knowledge.format;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/// What the first bytes of a text say about its encoding.
enum ByteOrderMark {
    NONE(""),
    UTF_8("\u00EF\u00BB\u00BF"),
    UTF_16_BIG("\u00FE\u00FF"),
    UTF_16_LITTLE("\u00FF\u00FE");

    /// A character for each byte.
    private final String bytes;

    ByteOrderMark(String bytes) {
        this.bytes = bytes;
    }

    static ByteOrderMark of(byte[] head) {
        String start = new String(head, 0, Math.min(head.length, UTF_8.length()), ISO_8859_1);
        for (ByteOrderMark mark : values()) {
            if (mark != NONE && start.startsWith(mark.bytes)) {
                return mark;
            }
        }
        return NONE;
    }

    int length() {
        return bytes.length();
    }
}
