package dev.analystcopilot.api.grounding.proof;

import dev.analystcopilot.api.grounding.atom.Atoms;
import dev.analystcopilot.api.grounding.text.CleanText;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/// A text of evidence in the form that names and quotations are looked up in: cleaned as answers are, in small
/// letters, with single blanks and backslashes.
final class Haystack {
    private static final int LONGEST = 24_000;
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern ELLIPSIS = Pattern.compile("\\s*(?:…|\\.{3})\\s*");

    private final String text;

    private Haystack(String text) {
        this.text = text;
    }

    static Haystack of(String text) {
        return new Haystack(plain(text.length() > LONGEST ? text.substring(0, LONGEST) : text));
    }

    private static String plain(String text) {
        String clean = Atoms.refanged(CleanText.of(text.replace("\\/", "/")))
                .replace("\\\"", "\"")
                .replace("\\\\", "\\")
                .toLowerCase(Locale.ROOT);
        return BLANKS.matcher(clean).replaceAll(" ");
    }

    /// Whether a name stands in it as a whole, or as a whole part of a longer one: a file of a path, a host of a
    /// domain.
    boolean names(String name) {
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
            if (begins(name, at) && ends(name, at + name.length())) {
                return true;
            }
        }
        return false;
    }

    private boolean begins(String name, int at) {
        if (at == 0 || !inWord(name.charAt(0))) {
            return true;
        }
        char before = text.charAt(at - 1);
        boolean dotted = before == '.' && (name.indexOf('.') > 0 || (at > 1 && Character.isDigit(text.charAt(at - 2))));
        return !inWord(before) && before != '-' && !dotted;
    }

    private boolean ends(String name, int end) {
        if (end == text.length() || !inWord(name.charAt(name.length() - 1))) {
            return true;
        }
        char after = text.charAt(end);
        boolean number = Character.isDigit(name.charAt(name.length() - 1))
                && after == '.'
                && end + 1 < text.length()
                && Character.isDigit(text.charAt(end + 1));
        boolean domain =
                after == '.' && name.indexOf('.') > 0 && end + 1 < text.length() && inWord(text.charAt(end + 1));
        return !inWord(after) && after != '-' && !number && !domain;
    }

    private static boolean inWord(char c) {
        return c == '_' || (Character.isLetterOrDigit(c) && !Character.isIdeographic(c));
    }

    /// Whether these words stand in it; what is left out of them by dots is passed over.
    boolean quotes(String words) {
        String wanted = plain(words);
        int at = 0;
        for (String part : ELLIPSIS.split(wanted, -1)) {
            String piece = trimmed(part);
            if (piece.isEmpty()) {
                continue;
            }
            int found = text.indexOf(piece, at);
            while (found >= 0 && !(begins(piece, found) && ends(piece, found + piece.length()))) {
                found = text.indexOf(piece, found + 1);
            }
            if (found < 0) {
                return false;
            }
            at = found + piece.length();
        }
        return Arrays.stream(ELLIPSIS.split(wanted, -1))
                .anyMatch(part -> !trimmed(part).isEmpty());
    }

    private static String trimmed(String part) {
        return part.strip().replaceAll("^[.,;:，。；：*]+|[.,;:!?，。；：！？*]+$", "").strip();
    }

    boolean mentions(String word) {
        return text.contains(word);
    }

    String text() {
        return text;
    }
}
