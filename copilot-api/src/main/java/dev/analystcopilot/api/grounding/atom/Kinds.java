package dev.analystcopilot.api.grounding.atom;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// What is said to have been done: kinds of attacks and acts, with what bears each of them out. Read from
/// `grounding/kinds.tsv`.
public final class Kinds {
    private static final String TABLE = "/grounding/kinds.tsv";
    private static final Map<String, Pattern> ATTACKS = new LinkedHashMap<>();
    private static final Map<String, Pattern> ACTS = new LinkedHashMap<>();
    private static final Map<String, Pattern> BORNE_OUT = new LinkedHashMap<>();

    static {
        Shipped.lines(TABLE).forEach(line -> {
            String[] cells = line.split("\t", -1);
            String said = either(cells[2], cells[3]);
            (cells[0].equals("kind") ? ATTACKS : ACTS).put(cells[1], words(said, "(?![a-z])"));
            BORNE_OUT.put(cells[1], words(either(said, cells[4]), ""));
        });
    }

    private Kinds() {}

    private static String either(String one, String other) {
        return one.isEmpty() || other.isEmpty() ? one + other : one + "|" + other;
    }

    private static Pattern words(String either, String end) {
        return Pattern.compile("(?<![a-z])(?:" + either + ")" + end, Pattern.CASE_INSENSITIVE);
    }

    /// Kinds of attacks by name, with what says so.
    static Map<String, Pattern> attacks() {
        return ATTACKS;
    }

    /// Acts by name, with what says so.
    static Map<String, Pattern> acts() {
        return ACTS;
    }

    /// Whether a text tells of a kind or an act.
    ///
    /// @param name of either
    /// @param text of evidence, in small letters
    public static boolean borneOut(String name, String text) {
        Pattern shows = BORNE_OUT.get(name);
        return shows != null && shows.matcher(text).find();
    }
}
