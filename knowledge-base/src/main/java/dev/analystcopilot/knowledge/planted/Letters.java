package dev.analystcopilot.knowledge.planted;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/// Letters as a reader takes them: without disguise.
final class Letters {
    /// Letters of other scripts that look like a Latin one, pairwise.
    private static final String LOOK_ALIKE =
            "аaвbсcеeнhіiјjкkмmоoрpѕsтtуyхxгrдdьbпnԁdһhԛqԝwӏlαaβbεeηnιiκkνvοoρpτtυuχxγyωwσoɡgɑaıiſsᴏoᴀaᴇeʀr";
    private static final Map<Character, Character> LATIN = latin();
    private static final int TAGS = 0xE0000;
    private static final int TAGS_END = 0xE007F;

    private Letters() {}

    private static Map<Character, Character> latin() {
        Map<Character, Character> latin = new HashMap<>();
        for (int i = 0; i + 1 < LOOK_ALIKE.length(); i += 2) {
            latin.put(LOOK_ALIKE.charAt(i), LOOK_ALIKE.charAt(i + 1));
        }
        return Map.copyOf(latin);
    }

    static char lower(char c) {
        if (c < 0x80) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return Character.toLowerCase(c);
    }

    /// The letter that a digit or a sign stands for in "l33t".
    static char plainOf(char c) {
        return switch (c) {
            case '0' -> 'o';
            case '1', '!', '|' -> 'i';
            case '3' -> 'e';
            case '4', '@' -> 'a';
            case '5', '$' -> 's';
            case '7' -> 't';
            case '8' -> 'b';
            case '9' -> 'g';
            default -> c;
        };
    }

    static boolean standsForLetter(char c) {
        return plainOf(c) != c;
    }

    /// Without accents, invisible signs and letters that only look Latin: compatibility forms are folded (NFKC), tag
    /// characters become the ASCII that they carry. Chinese, and words wholly in another script, stay as they are.
    static String undisguised(String text) {
        String compatible = Normalizer.normalize(visible(text), Normalizer.Form.NFKD);
        var plain = new StringBuilder(compatible.length());
        int word = 0;
        for (int i = 0; i <= compatible.length(); i++) {
            char c = i < compatible.length() ? compatible.charAt(i) : ' ';
            int type = Character.getType(c);
            if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
                continue;
            }
            if (!Character.isLetter(c)) {
                fold(plain, word);
                plain.append(c);
                word = plain.length();
            } else {
                plain.append(c);
            }
        }
        plain.setLength(Math.max(0, plain.length() - 1));
        return plain.toString();
    }

    private static String visible(String text) {
        var visible = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c > TAGS && c < TAGS_END) {
                visible.append((char) (c - TAGS));
            } else if (c == '\n' || c == '\t' || c == '\r') {
                visible.append((char) c);
            } else if (!invisible(c)) {
                visible.appendCodePoint(c);
            }
        }
        return visible.toString();
    }

    /// Control and format characters: zero-width signs, those that turn the direction of writing, soft hyphens.
    static boolean invisible(int c) {
        int type = Character.getType(c);
        return type == Character.FORMAT
                || (type == Character.CONTROL && c != '\n' && c != '\t' && c != '\r')
                || type == Character.PRIVATE_USE
                || c == 0x034F
                || c == 0x115F
                || c == 0x1160
                || c == 0x3164
                || (c >= 0xFE00 && c <= 0xFE0F)
                || (c >= TAGS && c <= 0xE01EF);
    }

    /// A word all of whose letters can be read as Latin, and some of which are not, is read so.
    private static void fold(StringBuilder text, int from) {
        boolean strange = false;
        for (int i = from; i < text.length(); i++) {
            char c = lower(text.charAt(i));
            if (c >= 0x80) {
                if (!LATIN.containsKey(c)) {
                    return;
                }
                strange = true;
            }
        }
        if (strange) {
            for (int i = from; i < text.length(); i++) {
                char c = lower(text.charAt(i));
                text.setCharAt(i, LATIN.getOrDefault(c, c));
            }
        }
    }
}
