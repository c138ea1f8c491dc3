package dev.analystcopilot.knowledge.planted;

import dev.analystcopilot.knowledge.planted.Lexicon.Entry;
import dev.analystcopilot.knowledge.planted.Lexicon.Phrase;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Makes words of text, undoing what hides them from a lexicon but not from a reader: letters written apart, words
/// broken
/// by a hyphen or run together, digits for letters.
final class Reader {
    private static final int LONGEST_PART = 14;
    private static final int LONGEST_PHRASE = 7;
    private static final int RUN_TOGETHER = 10;
    private static final int LONGEST_RUN = 400;

    private final Lexicon lexicon;

    Reader(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /// Adds a field's words. The reading's text grows by the field.
    void read(String field, Reading reading) {
        reading.endSentence(false);
        int offset = reading.text().length();
        reading.text().append(field).append(" \n");
        CharSequence text = reading.text();
        int end = offset + field.length();
        for (int i = offset; i < end; ) {
            char c = text.charAt(i);
            if (Lexicon.isHan(c)) {
                i = han(text, i, reading);
            } else if (Character.isLetterOrDigit(c) || opensWord(text, i, end)) {
                i = word(text, i, end, reading);
            } else {
                if (endsSentence(text, i, end)) {
                    reading.endSentence(c == '?' || c == '？');
                }
                i++;
            }
        }
        reading.endSentence(false);
    }

    private static boolean opensWord(CharSequence text, int i, int end) {
        char c = text.charAt(i);
        return (c == '@' || c == '$') && i + 1 < end && Character.isLetter(text.charAt(i + 1));
    }

    private static boolean endsSentence(CharSequence text, int i, int end) {
        return switch (text.charAt(i)) {
            case '!', '?', ':', ';', '\n', '|', '。', '！', '？', '；', '：', '，', '[', '{', '>' -> true;
            case '"', '“' ->
                i > 0
                        && "=:([,{ ".indexOf(text.charAt(i - 1)) >= 0
                        && (i < 2 || !Character.isLetter(text.charAt(i - 2)));
            case '.' -> i + 1 >= end || Character.isWhitespace(text.charAt(i + 1)) || text.charAt(i + 1) == '"';
            case '-' -> i + 1 < end && text.charAt(i + 1) == ' ';
            default -> false;
        };
    }

    private int han(CharSequence text, int from, Reading reading) {
        Entry entry = lexicon.findHan(text, from);
        int to = from + (entry == null ? 1 : entry.word().length());
        reading.add(from, to, entry);
        return to;
    }

    private int word(CharSequence text, int from, int end, Reading reading) {
        int spelled = spelledEnd(text, from, end);
        if (spelled > 0) {
            runTogether(text, from, spelled, reading);
            return spelled;
        }
        int to = from + 1;
        while (to < end && inWord(text, to, end)) {
            to++;
        }
        Entry entry = find(text, from, to);
        int joined = entry == null || entry.classes().isEmpty() ? brokenEnd(text, from, to, end) : -1;
        if (joined > 0) {
            entry = find(text, from, joined);
            to = joined;
        }
        if (entry == null
                && to - from >= RUN_TOGETHER
                && RunTogether.seems(text, from, to)
                && runTogether(text, from, to, reading)) {
            return to;
        }
        reading.add(from, to, entry);
        joinPhrases(reading);
        return to;
    }

    private static boolean inWord(CharSequence text, int i, int end) {
        char c = text.charAt(i);
        if (Lexicon.isHan(c)) {
            return false;
        }
        return Character.isLetterOrDigit(c)
                || ((c == '@' || c == '$' || c == '!') && i + 1 < end && Character.isLetter(text.charAt(i + 1)));
    }

    private @Nullable Entry find(CharSequence text, int from, int to) {
        if (to - from > 2 * LONGEST_PART) {
            return null;
        }
        Entry plain = find(text, from, to, false);
        return plain != null || to - from < 4 || letters(text, from, to) ? plain : find(text, from, to, true);
    }

    private static boolean letters(CharSequence text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Character.isLetter(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private @Nullable Entry find(CharSequence text, int from, int to, boolean fold) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            char c = Letters.lower(fold ? Letters.plainOf(text.charAt(i)) : text.charAt(i));
            if (Character.isLetter(c)) {
                hash = Lexicon.hash(hash, c);
            } else if (Character.isDigit(c)) {
                return null;
            }
        }
        return lexicon.find(text, from, to, hash, fold);
    }

    /// The end of a known word that one sign breaks, such as `ig-nore`; -1 if there is none.
    private int brokenEnd(CharSequence text, int from, int to, int end) {
        int at = to;
        for (int parts = 0; parts < 6 && at + 1 < end && breaks(text.charAt(at)); parts++) {
            int next = at + 1;
            while (next < end && Character.isLetter(text.charAt(next)) && !Lexicon.isHan(text.charAt(next))) {
                next++;
            }
            if (next == at + 1 || next - from > 2 * LONGEST_PART) {
                return -1;
            }
            if (next - from >= 5 && find(text, from, next) != null) {
                return next;
            }
            at = next;
        }
        return -1;
    }

    private static boolean breaks(char c) {
        return switch (c) {
            case '-', '.', '_', '*', '~', '+', '/', '·', '\'', '^' -> true;
            default -> false;
        };
    }

    /// The end of at least five letters that stand apart from each other by one sign each; -1 if there are none.
    private static int spelledEnd(CharSequence text, int from, int end) {
        int letters = 1;
        int at = from;
        while (at + 2 < end
                && !Character.isLetterOrDigit(text.charAt(at + 1))
                && Character.isLetterOrDigit(text.charAt(at + 2))
                && !Lexicon.isHan(text.charAt(at + 2))
                && (at + 3 >= end || !Character.isLetterOrDigit(text.charAt(at + 3)))) {
            at += 2;
            letters++;
        }
        return letters >= 5 ? at + 1 : -1;
    }

    /// Adds the words that were written without blanks; none, and false, if not nearly all of it is known words.
    boolean runTogether(CharSequence text, int from, int to, Reading reading) {
        var letters = new StringBuilder();
        for (int i = from; i < Math.min(to, from + LONGEST_RUN); i++) {
            char c = Letters.lower(Letters.plainOf(text.charAt(i)));
            if (Character.isLetter(c)) {
                letters.append(c);
            }
        }
        List<Entry> words = split(letters.toString());
        if (words.isEmpty()) {
            return false;
        }
        for (Entry word : words) {
            reading.add(from, to, word);
            joinPhrases(reading);
        }
        return true;
    }

    /// The fewest words that make up these letters, all of them known.
    private List<Entry> split(String letters) {
        int n = letters.length();
        int[] fewest = new int[n + 1];
        @Nullable Entry[] last = new Entry[n + 1];
        for (int end = 1; end <= n; end++) {
            fewest[end] = Integer.MAX_VALUE;
            for (int begin = Math.max(0, end - LONGEST_PART); begin < end; begin++) {
                if (fewest[begin] < fewest[end] - 1) {
                    Entry entry = lexicon.find(letters.substring(begin, end));
                    if (entry != null) {
                        fewest[end] = fewest[begin] + 1;
                        last[end] = entry;
                    }
                }
            }
        }
        var words = new ArrayList<Entry>();
        for (int end = n; end > 0; ) {
            Entry entry = last[end];
            if (entry == null) {
                return List.of();
            }
            words.add(0, entry);
            end -= entry.word().length();
        }
        return words.size() * 3 > n ? List.of() : words;
    }

    /// Makes one word of the last ones where they end a phrase.
    private static void joinPhrases(Reading reading) {
        for (int first = Math.max(0, reading.size() - LONGEST_PHRASE); first < reading.size() - 1; first++) {
            for (Phrase phrase : reading.phrases(first)) {
                if (matches(reading, first, phrase)) {
                    Classes all = phrase.classes();
                    for (int i = first; i < reading.size(); i++) {
                        all = all.or(reading.classes(i));
                    }
                    reading.join(reading.size() - first, all);
                    return;
                }
            }
        }
    }

    private static boolean matches(Reading reading, int first, Phrase phrase) {
        if (first + 1 + phrase.rest().size() != reading.size()
                || reading.sentenceOf(first) != reading.sentenceOf(reading.size() - 1)) {
            return false;
        }
        for (int i = 0; i < phrase.rest().size(); i++) {
            if (!reading.is(first + 1 + i, phrase.rest().get(i))) {
                return false;
            }
        }
        return true;
    }
}
