package dev.analystcopilot.knowledge.text.name;

import java.util.ArrayList;
import java.util.List;

/// Cuts a text into words with their places, the same for names and for the texts that they stand in: runs of letters
/// and digits, and Chinese characters one by one, since no space says where a Chinese name begins.
final class NameTokens {
    private NameTokens() {}

    record Token(String text, int start, int end) {}

    static List<Token> of(String text) {
        var tokens = new ArrayList<Token>();
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            int end = i + Character.charCount(c);
            if (Character.isIdeographic(c)) {
                tokens.add(new Token(text.substring(i, end), i, end));
            } else if (Character.isLetterOrDigit(c)) {
                while (end < text.length() && inWord(text.codePointAt(end))) {
                    end += Character.charCount(text.codePointAt(end));
                }
                tokens.add(new Token(text.substring(i, end), i, end));
            } else if (c == '.' && i > 0 && end < text.length() && inWord(text.codePointAt(end))) {
                // "psexec.exe": the dot is a word of its own, so that the name before it is found.
                tokens.add(new Token(".", i, end));
            }
            i = end;
        }
        return tokens;
    }

    private static boolean inWord(int c) {
        return Character.isLetterOrDigit(c) && !Character.isIdeographic(c);
    }
}
