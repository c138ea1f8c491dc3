package dev.analystcopilot.knowledge.format.split;

/// The beginning of a text from outside, fit for one line of a report or a terminal: control characters, which could
/// steer a terminal, are blanks.
public final class Excerpt {
    private static final int LENGTH = 200;

    private Excerpt() {}

    public static String of(String text) {
        return of(text, LENGTH);
    }

    public static String of(String text, int length) {
        var line = new StringBuilder(Math.min(text.length(), length));
        text.codePoints()
                .limit(length)
                .map(c -> Character.isISOControl(c) ? ' ' : c)
                .forEach(line::appendCodePoint);
        return line.toString().strip();
    }
}
