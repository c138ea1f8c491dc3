package dev.analystcopilot.knowledge.sigma.rule;

import java.util.ArrayList;
import java.util.List;

/// A text with wildcards: `*` for any run of characters, `?` for any one, `\*`, `\?` and `\\` for themselves. It covers
/// the whole value and, unless cased, does not tell capitals from small letters.
///
/// Matching is greedy, piece by piece between the runs: linear for pieces without `?`, at worst their product.
public final class WildcardPattern {
    private final String text;
    private final boolean cased;
    private final boolean openStart;
    private final boolean openEnd;
    private final List<Glyphs> pieces;
    private final short[] pairs;

    private WildcardPattern(String text, boolean cased, boolean openStart, boolean openEnd, List<Glyphs> pieces) {
        this.text = text;
        this.cased = cased;
        this.openStart = openStart;
        this.openEnd = openEnd;
        this.pieces = pieces;
        this.pairs = Glyphs.pairs(pieces);
    }

    /// How a text is read into a pattern.
    ///
    /// @param part where it must stand
    /// @param cased whether capitals count
    /// @param anyDash whether a dash or slash before a word stands for each of the five that Windows programs take
    /// @param escapes whether `*`, `?` and the backslash mean anything
    public record Options(ValueTest.Part part, boolean cased, boolean anyDash, boolean escapes) {}

    /// Reads a text as Sigma spells it.
    public static WildcardPattern of(String text, Options options) {
        List<Glyphs> pieces = new ArrayList<>();
        var piece = new Glyphs.Builder(options.cased());
        boolean startsWithRun = false;
        boolean endsWithRun = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean last = i + 1 == text.length();
            if (options.escapes() && c == '*') {
                startsWithRun |= pieces.isEmpty() && piece.isEmpty();
                endsWithRun = true;
                pieces.add(piece.build());
                piece = new Glyphs.Builder(options.cased());
                continue;
            }
            endsWithRun = false;
            if (options.escapes() && c == '?') {
                piece.anything();
            } else if (options.escapes() && c == '\\' && !last && "*?\\".indexOf(text.charAt(i + 1)) >= 0) {
                piece.exactly(text.charAt(++i));
            } else if (options.anyDash() && isOptionDash(text, i)) {
                piece.dash();
            } else {
                piece.exactly(c);
            }
        }
        pieces.add(piece.build());
        pieces.removeIf(Glyphs::isEmpty);
        boolean end = options.part() == ValueTest.Part.WHOLE || options.part() == ValueTest.Part.END;
        boolean start = options.part() == ValueTest.Part.WHOLE || options.part() == ValueTest.Part.START;
        return new WildcardPattern(
                text, options.cased(), startsWithRun || !start, endsWithRun || !end, List.copyOf(pieces));
    }

    /// A dash or slash that is not inside a word and stands before one.
    private static boolean isOptionDash(String text, int at) {
        char c = text.charAt(at);
        return (c == '-' || c == '/')
                && at + 1 < text.length()
                && isWord(text.charAt(at + 1))
                && (at == 0 || !isWord(text.charAt(at - 1)));
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /// Whether it covers the value.
    public boolean matches(FieldValue value) {
        if (!cased && !value.mayHold(pairs)) {
            return false;
        }
        String in = cased ? value.text() : value.folded();
        if (pieces.isEmpty()) {
            return openStart || openEnd || in.isEmpty();
        }
        int from = 0;
        int to = in.length();
        int first = 0;
        int last = pieces.size();
        if (!openEnd) {
            Glyphs piece = pieces.get(--last);
            to -= piece.length();
            if (to < 0 || !piece.at(in, to)) {
                return false;
            }
            if (last == 0) {
                return openStart || to == 0;
            }
        }
        if (!openStart) {
            Glyphs piece = pieces.get(first++);
            if (piece.length() > to || !piece.at(in, 0)) {
                return false;
            }
            from = piece.length();
        }
        for (; first < last; first++) {
            Glyphs piece = pieces.get(first);
            int found = piece.find(in, from, to);
            if (found < 0) {
                return false;
            }
            from = found + piece.length();
        }
        return true;
    }

    /// The characters that are given, without wildcards: the pieces, folded unless cased.
    public List<String> literals() {
        return pieces.stream().map(Glyphs::toString).toList();
    }

    /// Small letters, character by character, so that places stay the same.
    public static String fold(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (fold(text.charAt(i)) != text.charAt(i)) {
                char[] folded = text.toCharArray();
                for (int j = i; j < folded.length; j++) {
                    folded[j] = fold(folded[j]);
                }
                return new String(folded);
            }
        }
        return text;
    }

    static char fold(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    /// As the rule spells it, with a run at each open end.
    @Override
    public String toString() {
        return (openStart && !text.startsWith("*") ? "*" : "") + text + (openEnd && !text.endsWith("*") ? "*" : "");
    }
}
