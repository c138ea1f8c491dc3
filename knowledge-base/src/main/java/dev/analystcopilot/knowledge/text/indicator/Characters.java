package dev.analystcopilot.knowledge.text.indicator;

/// Classes of characters that the grammar is made of. Letters are ASCII ones: Chinese text may touch an indicator.
final class Characters {
    private Characters() {}

    static boolean digit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean letter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean hex(char c) {
        return digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    /// What a word goes on with: an indicator neither begins after it nor ends before it. Letters of other alphabets
    /// count, Chinese characters do not.
    static boolean word(char c) {
        return digit(c)
                || letter(c)
                || c == '_'
                || (c > 127 && Character.isAlphabetic(c) && !Character.isIdeographic(c));
    }

    /// Names of hosts and the local parts of mail addresses.
    static boolean host(char c) {
        return digit(c) || letter(c) || c == '-' || c == '.' || c == '_';
    }
}
