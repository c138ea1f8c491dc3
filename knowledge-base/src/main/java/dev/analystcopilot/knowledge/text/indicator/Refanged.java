package dev.analystcopilot.knowledge.text.indicator;

import java.util.List;
import java.util.Locale;

/// A text with its defanged dots, colons, at signs and schemes put right, which still knows where each character came
/// from. One pass over the text; every look ahead is a few characters.
final class Refanged {
    /// The longest first. Words may have a space on both sides: `user (at) example (dot) org`.
    private static final List<String[]> BRACKETED = List.of(
            new String[] {"://", "://"},
            new String[] {"dot", "."},
            new String[] {"at", "@"},
            new String[] {":", ":"},
            new String[] {".", "."},
            new String[] {"@", "@"},
            new String[] {"/", "/"});

    private static final List<String[]> SCHEMES = List.of(
            new String[] {"hxxps", "https"},
            new String[] {"hxxp", "http"},
            new String[] {"h**ps", "https"},
            new String[] {"h**p", "http"},
            new String[] {"httxs", "https"},
            new String[] {"fxp", "ftp"});

    private final char[] characters;
    private final int[] starts;
    private int length;
    private int originalEnd;

    private Refanged(int capacity) {
        this.characters = new char[capacity];
        this.starts = new int[capacity + 1];
    }

    static Refanged of(String text) {
        var refanged = new Refanged(text.length());
        int i = 0;
        while (i < text.length()) {
            int next = refanged.bracket(text, i);
            next = next > i ? next : refanged.scheme(text, i);
            if (next == i) {
                refanged.add(plain(text.charAt(i)), i);
                next = i + 1;
            }
            i = next;
        }
        refanged.originalEnd = text.length();
        refanged.starts[refanged.length] = text.length();
        return refanged;
    }

    /// Hyphens that do not break lines, and the like.
    private static char plain(char c) {
        return c == '\u2010' || c == '\u2011' ? '-' : c;
    }

    private void add(char c, int from) {
        characters[length] = c;
        starts[length] = from;
        length++;
    }

    /// The end of a bracketed sign that begins here, with a space before it perhaps; `i` if there is none.
    private int bracket(String text, int i) {
        boolean space = text.charAt(i) == ' ';
        int open = space ? i + 1 : i;
        if (open + 2 >= text.length() || "[({".indexOf(text.charAt(open)) < 0) {
            return i;
        }
        char close = closing(text.charAt(open));
        for (String[] sign : BRACKETED) {
            String inside = sign[0];
            int end = open + 1 + inside.length();
            boolean word = Character.isLetter(inside.charAt(0));
            if (end < text.length()
                    && text.charAt(end) == close
                    && text.regionMatches(true, open + 1, inside, 0, inside.length())
                    && (!space || (word && end + 1 < text.length() && text.charAt(end + 1) == ' '))) {
                for (int k = 0; k < sign[1].length(); k++) {
                    add(sign[1].charAt(k), k == 0 ? i : end);
                }
                return space ? end + 2 : end + 1;
            }
        }
        return i;
    }

    private static char closing(char open) {
        return switch (open) {
            case '[' -> ']';
            case '(' -> ')';
            default -> '}';
        };
    }

    /// The end of a defanged scheme that begins here; `i` if there is none.
    private int scheme(String text, int i) {
        char c = Character.toLowerCase(text.charAt(i));
        if ((c != 'h' && c != 'f') || (i > 0 && Character.isLetterOrDigit(text.charAt(i - 1)))) {
            return i;
        }
        for (String[] scheme : SCHEMES) {
            String defanged = scheme[0];
            int end = i + defanged.length();
            if (text.regionMatches(true, i, defanged, 0, defanged.length()) && colonFollows(text, end)) {
                String real = scheme[1];
                for (int k = 0; k < real.length(); k++) {
                    add(real.charAt(k), i + Math.min(k, defanged.length() - 1));
                }
                return end;
            }
        }
        return i;
    }

    private static boolean colonFollows(String text, int at) {
        String next = text.substring(at, Math.min(text.length(), at + 4)).toLowerCase(Locale.ROOT);
        return next.startsWith("://") || next.startsWith("[:") || next.startsWith("(:") || next.startsWith("{:");
    }

    int length() {
        return length;
    }

    /// The character; 0 outside the text.
    char at(int i) {
        return i >= 0 && i < length ? characters[i] : 0;
    }

    String text(int from, int to) {
        return String.valueOf(characters, from, to - from);
    }

    /// Where a refanged character came from.
    int start(int i) {
        return i < length ? starts[i] : originalEnd;
    }

    /// Whether something in between was defanged.
    boolean defanged(int from, int to) {
        return start(to) - start(from) > to - from;
    }
}
