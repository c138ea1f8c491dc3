package dev.analystcopilot.knowledge.text;

import java.util.regex.Pattern;

/// Chinese characters and the rest.
final class Scripts {
    /// A run of Chinese characters.
    static final Pattern HAN_RUN = Pattern.compile("\\p{IsHan}+");

    private static final Pattern OTHER_WORD =
            Pattern.compile("[\\p{L}\\p{Nd}&&[^\\p{IsHan}]][\\p{L}\\p{Nd}._:/@\\\\-]*+");

    private Scripts() {}

    static int han(String text) {
        return (int) text.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                .count();
    }

    /// Words of other scripts; a path, an address or a host name counts as one.
    static int otherWords(String text) {
        String others = HAN_RUN.matcher(text).replaceAll(" ");
        return (int) OTHER_WORD.matcher(others).results().count();
    }
}
