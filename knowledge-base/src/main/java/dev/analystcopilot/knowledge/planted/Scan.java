package dev.analystcopilot.knowledge.planted;

import dev.analystcopilot.knowledge.planted.Lexicon.Entry;
import dev.analystcopilot.knowledge.planted.Lexicon.Phrase;

/// One pass over text, without making anything of it: which classes of words may be there, and whether something may be
/// hidden. It errs on the side of yes. Nearly every alert ends here.
final class Scan {
    /// Letters that are not ASCII and not Chinese, or signs that cannot be seen.
    static final int STRANGE = 1;
    /// Letters written apart, or many words as one.
    static final int SPELLED = 2;
    /// A run of letters and digits that decodes to text.
    static final int ENCODED = 4;
    /// A sentence that begins like a request or a question.
    static final int OPENS = 8;
    /// A sentence that begins like a request of any kind.
    static final int OPENS_ELSEWHERE = 16;
    /// Letters written as escapes or entities.
    static final int ESCAPED = 32;
    /// A run of hexadecimal digits that decodes to text.
    static final int HEX = 128;
    /// Letters written as numbers.
    static final int NUMBERED = 64;

    private static final int ENCODED_RUN = 20;
    private static final int LONG_WORD = 16;
    private static final int ESCAPES = 3;
    private static final int FAR = 6;

    private final Lexicon lexicon;
    private final Requests requests;
    private long low;
    private long high;
    private int flags;
    private boolean start = true;

    Scan(Lexicon lexicon, Requests requests) {
        this.lexicon = lexicon;
        this.requests = requests;
    }

    Classes classes() {
        return new Classes(low, high);
    }

    int flags() {
        return flags;
    }

    boolean mayHide() {
        return may(ENCODED | HEX | ESCAPED | NUMBERED);
    }

    boolean may(int flag) {
        return (flags & flag) != 0;
    }

    private void met(Classes classes) {
        low |= classes.low();
        high |= classes.high();
        if (start) {
            flags |= requests.opens(classes) ? OPENS : requests.opensElsewhere(classes) ? OPENS_ELSEWHERE : 0;
            start = requests.introduces(classes);
        }
    }

    void over(String text) {
        int n = text.length();
        int singles = 0;
        int escapes = 0;
        int digits = 0;
        int i = 0;
        int runFrom = 0;
        while (i < n) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                i = beyondAscii(text, i, c);
                runFrom = i;
                continue;
            }
            if (!wordSign(c)) {
                if ((c == '%' || c == '&' || c == '\\' || c == '=') && i + 1 < n && Escapes.begins(text, i)) {
                    escapes++;
                }
                start |= c == '.' || c == '?' || c == '!' || c == ':' || c == ';' || c == '\n' || c == '"' || c == '>';
                boolean inRun = c == '+' || c == '/' || c == '=' || c == '-' || c == '_';
                if (!inRun) {
                    encodedRun(text, runFrom, i);
                    runFrom = i + 1;
                }
                i++;
                continue;
            }
            int from = i;
            i = word(text, from, n);
            boolean number = c >= '0' && c <= '9' && i - from <= 3;
            boolean bits = i - from >= 8 && (c == '0' || c == '1') && bits(text, from, i);
            digits = bits ? digits + (i - from) / 4 : number || hexByte(text, from, i) ? digits + 1 : 0;
            singles = i - from == 1 && !number && from > 0 && singles >= 0 ? singles + 1 : 0;
            if (singles >= 5) {
                flags |= SPELLED;
            }
            if (digits >= 16) {
                flags |= NUMBERED;
            }
        }
        encodedRun(text, runFrom, n);
        if (escapes >= ESCAPES) {
            flags |= ESCAPED;
        }
    }

    private int beyondAscii(String text, int at, char c) {
        if (Lexicon.isHan(c)) {
            Entry entry = lexicon.findHan(text, at);
            start = true;
            flags |= Lexicon.isChinese(c) ? 0 : STRANGE;
            if (entry != null) {
                met(entry.classes());
                return at + entry.word().length();
            }
        } else if (c < 0x2000 || (c > 0x206F && !(c >= 0x3000 && c <= 0x303F)) || c <= 0x200F || c >= 0x202A) {
            if (!(c >= 0xFF00 && c <= 0xFF1F)) {
                flags |= STRANGE;
            }
        }
        return at + 1;
    }

    private static boolean bits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) != '0' && text.charAt(i) != '1') {
                return false;
            }
        }
        return true;
    }

    private static boolean hexByte(String text, int from, int to) {
        return to - from == 2
                && Character.digit(text.charAt(from), 16) >= 0
                && Character.digit(text.charAt(from + 1), 16) >= 0;
    }

    private static boolean wordSign(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '@' || c == '$';
    }

    /// Looks a word up, as it is and with its digits as letters, also together with what a sign cuts off.
    private int word(String text, int from, int n) {
        int hash = 0;
        int folded = 0;
        boolean digit = false;
        int i = from;
        for (; i < n; i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                hash = Lexicon.hash(hash, c);
                folded = Lexicon.hash(folded, c);
            } else if (c >= 'A' && c <= 'Z') {
                hash = Lexicon.hash(hash, (char) (c + 32));
                folded = Lexicon.hash(folded, (char) (c + 32));
            } else if (Letters.standsForLetter(c) && c != '|' && (c != '!' || letter(text, i + 1))) {
                digit = true;
                folded = Lexicon.hash(folded, Letters.plainOf(c));
            } else if (c >= '0' && c <= '9') {
                digit = true;
            } else {
                break;
            }
        }
        int length = i - from;
        if (!digit) {
            Entry entry = lexicon.find(text, from, i, hash, false);
            if (entry != null) {
                met(withPhrases(entry, text, i));
            }
            if (entry == null || entry.classes().isEmpty()) {
                unknown(text, from, i, hash);
                start &= entry != null;
            }
        } else if (length >= 4 && length <= 40) {
            Entry entry = lexicon.find(text, from, i, folded, true);
            if (entry != null) {
                met(withPhrases(entry, text, i));
            } else if (length >= LONG_WORD && RunTogether.seems(text, from, i)) {
                flags |= SPELLED;
            }
        }
        return i;
    }

    /// The classes of a word and of the phrases that may begin with it: those whose second word follows, or what could
    /// be
    /// that word in disguise.
    private static Classes withPhrases(Entry entry, String text, int end) {
        if (entry.phrases().isEmpty()) {
            return entry.classes();
        }
        int from = end;
        while (from < text.length() && from < end + FAR && !Character.isLetterOrDigit(text.charAt(from))) {
            from++;
        }
        int to = from;
        boolean plain = true;
        boolean number = true;
        while (to < text.length() && Character.isLetterOrDigit(text.charAt(to))) {
            plain &= letter(text, to);
            number &= !Character.isLetter(text.charAt(to));
            to++;
        }
        if (number) {
            return entry.classes();
        }
        plain &= to - from > 1 && (to + 1 >= text.length() || !breaks(text.charAt(to)) || !letter(text, to + 1));
        if (!plain) {
            return entry.reach();
        }
        Classes classes = entry.classes();
        for (Phrase phrase : entry.phrases()) {
            String second = phrase.rest().getFirst();
            if (second.length() == to - from && text.regionMatches(true, from, second, 0, second.length())) {
                classes = classes.or(phrase.classes());
            }
        }
        return classes;
    }

    private static boolean letter(String text, int i) {
        if (i >= text.length()) {
            return false;
        }
        char c = text.charAt(i);
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private void unknown(String text, int from, int to, int hash) {
        if (to - from >= LONG_WORD) {
            if (RunTogether.seems(text, from, to)) {
                flags |= SPELLED;
            }
        } else if (to + 1 < text.length() && to - from <= 8 && breaks(text.charAt(to)) && letter(text, to + 1)) {
            int joined = hash;
            int i = to + 1;
            while (letter(text, i) && i - from <= 28) {
                joined = Lexicon.hash(joined, Letters.lower(text.charAt(i)));
                i++;
                if (i < text.length() && breaks(text.charAt(i)) && letter(text, i + 1)) {
                    i++;
                }
            }
            Entry entry = lexicon.find(text, from, i, joined, false);
            if (entry != null) {
                met(entry.reach());
            }
        }
    }

    private static boolean breaks(char c) {
        return c == '-' || c == '.' || c == '_' || c == '*' || c == '~' || c == '+' || c == '\'';
    }

    private void encodedRun(String text, int from, int to) {
        if (to - from >= ENCODED_RUN && (flags & (ENCODED | HEX)) != (ENCODED | HEX)) {
            flags |= Hidden.promising(text, from, to);
        }
    }
}
