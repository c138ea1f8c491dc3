package dev.analystcopilot.knowledge.hunt;

/// A stranger's word as an error message repeats it: short, and on one line.
final class Shown {
    private static final int LONGEST = 40;

    private Shown() {}

    static String of(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
    }
}
