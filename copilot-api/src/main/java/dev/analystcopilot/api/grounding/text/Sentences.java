package dev.analystcopilot.api.grounding.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cuts a stream into sentences: at line ends, and after full stops where these end a sentence. Marks behind the full
/// stop belong to it. Where it cuts depends on the text alone and not on the pieces that it came in: an end is an end
/// only when what follows it is known. One instance serves one stream.
///
/// Where in doubt it does not cut: two sentences that stay together are checked more strictly, not less.
public final class Sentences {
    /// No sentence is longer; what is, is cut at a blank.
    static final int LONGEST = 1_500;

    private static final int MARK_LENGTH = 60;
    private static final String ENDS = ".!?。！？";
    private static final String CLOSING = "\"'”’)）」』》*_`";
    private static final Pattern MARK =
            Pattern.compile("[\\[【［]\\s*(?:evidence|ref|证据|n\\s*=|#|\\^)?\\s*" + Marks.LIST + "\\s*[\\]】］]");
    private static final Pattern HALF_MARK = Pattern.compile("[\\[【［][\\w\\s=#^证据,，、;–-]*");
    private static final Pattern LINE_OF_ITS_OWN = Pattern.compile("[\\s>*_#-]*(?:\\||OPINION\\b)");
    private static final Pattern LIST_NUMBER = Pattern.compile("[\\s>*_+-]*\\d{1,3}");
    private static final Set<String> ABBREVIATIONS = Set.of(
            "etc", "vs", "approx", "no", "nos", "fig", "mr", "mrs", "ms", "dr", "inc", "ltd", "co", "corp", "jan",
            "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "cf", "al", "est", "resp",
            "incl", "min", "max", "sec", "hrs", "st", "eg", "ie");

    private final StringBuilder held = new StringBuilder();
    /// What was looked at already, without an end.
    private int seen;
    private boolean lineBegins = true;

    /// Takes the next piece, gives the sentences that are complete by now, each with the blanks before it.
    public List<String> next(String piece) {
        held.append(piece);
        return cut(false);
    }

    /// Gives the rest.
    public List<String> end() {
        List<String> rest = new ArrayList<>(cut(true));
        if (!held.isEmpty()) {
            rest.add(take(held.length()));
        }
        return rest;
    }

    private List<String> cut(boolean over) {
        List<String> sentences = new ArrayList<>();
        int end = nextEnd(over);
        while (end > 0) {
            sentences.add(take(end));
            end = nextEnd(over);
        }
        return sentences;
    }

    private String take(int end) {
        String sentence = held.substring(0, end);
        held.delete(0, end);
        seen = 0;
        lineBegins = false;
        return sentence;
    }

    /// @return 0 if no end is known yet
    private int nextEnd(boolean over) {
        for (int i = seen; i < held.length(); i++) {
            char c = held.charAt(i);
            boolean something = seen > 0 || !held.substring(0, i).isBlank();
            if (c == '\n' && something) {
                return i;
            }
            if (something && i >= LONGEST) {
                return longCut();
            }
            if (ENDS.indexOf(c) >= 0 && something) {
                int after = after(i, over);
                if (after == WAIT) {
                    seen = i;
                    return 0;
                }
                if (after > 0) {
                    return after;
                }
            }
        }
        seen = held.toString().isBlank() ? 0 : held.length();
        return 0;
    }

    private int longCut() {
        for (int i = LONGEST; i > LONGEST / 2; i--) {
            if (Character.isWhitespace(held.charAt(i)) || "，、；,;".indexOf(held.charAt(i - 1)) >= 0) {
                return i;
            }
        }
        return Character.isLowSurrogate(held.charAt(LONGEST)) ? LONGEST - 1 : LONGEST;
    }

    private static final int WAIT = -1;
    private static final int NO = -2;

    /// Where the sentence ends whose full stop stands at `stop`.
    private int after(int stop, boolean over) {
        if (onItsOwnLine(stop)) {
            return NO;
        }
        int i = closed(stop + 1);
        boolean closed = i > stop + 1;
        boolean marked = false;
        while (true) {
            int blank = blanks(i);
            if (blank == held.length()) {
                if (!over) {
                    return WAIT;
                }
                break;
            }
            if ("[【［".indexOf(held.charAt(blank)) < 0) {
                break;
            }
            String rest = held.substring(blank, Math.min(held.length(), blank + MARK_LENGTH));
            Matcher mark = MARK.matcher(rest);
            if (!mark.lookingAt()) {
                Matcher half = HALF_MARK.matcher(rest);
                boolean open = half.lookingAt() && half.end() == rest.length() && rest.length() < MARK_LENGTH;
                if (open && !over) {
                    return WAIT;
                }
                break;
            }
            marked = true;
            i = closed(blank + mark.end());
        }
        return marked || "。！？".indexOf(held.charAt(stop)) >= 0 ? i : ofLatin(stop, i, closed);
    }

    /// A full stop of Latin script ends a sentence only before a blank, and not where a small letter goes on, unless it
    /// stands behind a mark: then a name begins the next one.
    private int ofLatin(int stop, int after, boolean closed) {
        if (after >= held.length()) {
            return abbreviates(stop) ? NO : after;
        }
        char next = held.charAt(after);
        if (Character.isIdeographic(next)) {
            return after;
        }
        if (!Character.isWhitespace(next) || (held.charAt(stop) == '.' && !closed && abbreviates(stop))) {
            return NO;
        }
        int word = blanks(after);
        boolean goesOn = word < held.length() && held.charAt(word) >= 'a' && held.charAt(word) <= 'z';
        return goesOn && held.charAt(stop) == '.' && !behindMark(stop) ? NO : after;
    }

    private boolean behindMark(int stop) {
        int i = stop - 1;
        while (i > 0 && "*_".indexOf(held.charAt(i)) >= 0) {
            i--;
        }
        return i > 0 && "]】］".indexOf(held.charAt(i)) >= 0 && Character.isDigit(held.charAt(i - 1));
    }

    private int closed(int from) {
        int i = from;
        while (i < held.length() && (CLOSING.indexOf(held.charAt(i)) >= 0 || ENDS.indexOf(held.charAt(i)) >= 0)) {
            i++;
        }
        return i;
    }

    private int blanks(int from) {
        int i = from;
        while (i < held.length() && held.charAt(i) != '\n' && Character.isWhitespace(held.charAt(i))) {
            i++;
        }
        return i;
    }

    private int lineStart(int at) {
        return held.lastIndexOf("\n", at) + 1;
    }

    private boolean atLineStart(int line) {
        return line > 0 || lineBegins;
    }

    private boolean onItsOwnLine(int stop) {
        int line = lineStart(stop);
        return atLineStart(line)
                && LINE_OF_ITS_OWN.matcher(held.substring(line, stop)).lookingAt();
    }

    private boolean abbreviates(int stop) {
        if (held.charAt(stop) != '.') {
            return false;
        }
        int line = lineStart(stop);
        if (atLineStart(line) && LIST_NUMBER.matcher(held.substring(line, stop)).matches()) {
            return true;
        }
        int from = stop;
        while (from > 0 && isLatinLetter(held.charAt(from - 1))) {
            from--;
        }
        String word = held.substring(from, stop).toLowerCase(Locale.ROOT);
        return word.length() == 1 || ABBREVIATIONS.contains(word);
    }

    private static boolean isLatinLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
