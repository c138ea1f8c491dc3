package dev.analystcopilot.triage.sign;

/// Text as it was meant: small letters, single blanks, without the tricks that hide words from a search. In one pass.
final class PlainText {
    /// Of longer values the beginning and the end are kept; nobody's command line is longer for an honest reason.
    static final int MOST = 12_000;

    private static final int TAIL = 2_000;

    private PlainText() {}

    /// Carets and backticks inside words, quotes that merely join two pieces of a word, HTML entities, doubled
    /// backslashes and exotic dashes and blanks are undone. A blank stands before and behind, so that a search for
    /// ` -e ` also finds it at the end.
    static String of(String text) {
        String from = shortened(text);
        var plain = new StringBuilder(from.length() + 2).append(' ');
        char last = ' ';
        for (int i = 0; i < from.length(); i++) {
            char c = from.charAt(i);
            if (c == '&') {
                int entity = entity(from, i);
                if (entity > 0) {
                    c = (char) (entity & 0xFF);
                    i += (entity >> 8) - 1;
                }
            }
            if (c >= 'A' && c <= 'Z') {
                c = (char) (c + 32);
            } else if (c >= 0x80) {
                c = ascii(c);
            }
            if (c <= ' ') {
                if (last == ' ') {
                    continue;
                }
                c = ' ';
            } else if (c == '\\' && (last == '\\' || nextIs(from, i, '"')) && plain.length() > 2) {
                // One of an escaped pair; the two that begin \\host stay.
                continue;
            } else if ((c == '^' || c == '`') && i + 1 < from.length() && from.charAt(i + 1) > ' ') {
                continue;
            } else if (c == '\'' || c == '"') {
                int joined = joined(from, i, c);
                if (joined > 0) {
                    i += joined - 1;
                    continue;
                }
            }
            plain.append(c);
            last = c;
        }
        return last == ' ' ? plain.toString() : plain.append(' ').toString();
    }

    static String shortened(String text) {
        return text.length() <= MOST
                ? text
                : text.substring(0, MOST - TAIL) + " " + text.substring(text.length() - TAIL);
    }

    private static boolean nextIs(String text, int at, char c) {
        return at + 1 < text.length() && text.charAt(at + 1) == c;
    }

    /// How many characters `'+'` takes from here on, blanks around the plus included; 0 if there is no such thing.
    private static int joined(String text, int at, char quote) {
        int i = at + 1;
        while (i < text.length() && text.charAt(i) == ' ' && i - at < 4) {
            i++;
        }
        if (i >= text.length() || text.charAt(i) != '+') {
            return 0;
        }
        i++;
        while (i < text.length() && text.charAt(i) == ' ' && i - at < 8) {
            i++;
        }
        return i < text.length() && text.charAt(i) == quote ? i - at + 1 : 0;
    }

    /// Length of the entity in the high bits, the character in the low ones; 0 if there is none.
    private static int entity(String text, int at) {
        if (text.startsWith("amp;", at + 1)) {
            return (5 << 8) | '&';
        } else if (text.startsWith("quot;", at + 1)) {
            return (6 << 8) | '"';
        } else if (text.startsWith("gt;", at + 1)) {
            return (4 << 8) | '>';
        } else if (text.startsWith("lt;", at + 1)) {
            return (4 << 8) | '<';
        } else if (text.startsWith("apos;", at + 1)) {
            return (6 << 8) | '\'';
        }
        return 0;
    }

    private static char ascii(char c) {
        if (c >= 0x2010 && c <= 0x2015) {
            return '-';
        } else if (c == 0xA0 || (c >= 0x2000 && c <= 0x200F) || c == 0xFEFF || c == 0x3000) {
            return ' ';
        } else if (c >= 0xFF01 && c <= 0xFF5E) {
            return Character.toLowerCase((char) (c - 0xFEE0));
        }
        return Character.toLowerCase(c);
    }
}
