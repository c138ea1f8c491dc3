package dev.analystcopilot.triage.narrate.question;

import java.text.Normalizer;
import java.util.Locale;

/// A text in the form in which words are looked up: lower case, full-width letters and typographic apostrophes made
/// plain, one space between words.
final class PlainText {
    private final String text;

    PlainText(String original) {
        text = normal(original).toLowerCase(Locale.ROOT).replaceAll("\\s+", " ").strip();
    }

    /// Keeps case and spaces; defanged addresses (`hxxp://evil[.]com`) become what they stand for.
    static String normal(String original) {
        return Normalizer.normalize(original, Normalizer.Form.NFKC)
                .replace('’', '\'')
                .replace("[.]", ".")
                .replace("[@]", "@")
                .replaceAll("(?i)\\bhxxp", "http");
    }

    /// Whether it holds the phrase; one that begins or ends with a Latin letter does so at a word's edge.
    boolean contains(String phrase) {
        for (int at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
            int end = at + phrase.length();
            boolean begins = at == 0 || !latin(phrase.charAt(0)) || !latin(text.charAt(at - 1));
            boolean ends =
                    end == text.length() || !latin(phrase.charAt(phrase.length() - 1)) || !latin(text.charAt(end));
            if (begins && ends) {
                return true;
            }
        }
        return false;
    }

    private static boolean latin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    }

    @Override
    public String toString() {
        return text;
    }
}
