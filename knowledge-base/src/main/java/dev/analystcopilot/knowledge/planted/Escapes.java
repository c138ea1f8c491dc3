package dev.analystcopilot.knowledge.planted;

/// Letters written as an escape or an entity.
final class Escapes {
    private Escapes() {}

    /// Whether one begins here.
    static boolean begins(String text, int i) {
        char c = text.charAt(i);
        char next = text.charAt(i + 1);
        return switch (c) {
            case '&' ->
                next == '#' || (Character.isLetter(next) && text.indexOf(';', i) - i < 8 && text.indexOf(';', i) > 0);
            case '\\' ->
                (next == 'x' || next == 'u')
                        && i + 3 < text.length()
                        && Character.digit(text.charAt(i + 2), 16) >= 0
                        && Character.digit(text.charAt(i + 3), 16) >= 0;
            case '=' ->
                ((next >= '2' && next <= '7') || (next >= 'C' && next <= 'F'))
                        && i + 2 < text.length()
                        && hexUpper(text.charAt(i + 2))
                        && (i + 3 == text.length()
                                || !Character.isLetterOrDigit(text.charAt(i + 3))
                                || (i + 6 < text.length() && text.charAt(i + 4) == '='));
            default ->
                Character.digit(next, 16) >= 0 && i + 2 < text.length() && Character.digit(text.charAt(i + 2), 16) >= 0;
        };
    }

    private static boolean hexUpper(char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'F');
    }
}
