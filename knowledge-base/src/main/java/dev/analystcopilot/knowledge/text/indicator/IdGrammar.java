package dev.analystcopilot.knowledge.text.indicator;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Hashes, CVE numbers and ATT&CK ids: what is a word by itself.
final class IdGrammar {
    private static final int SHORTEST_HASH = 32;
    private static final int LONGEST_HASH = 128;
    private static final int LONGEST_ID = 24;
    private static final Pattern CVE = Pattern.compile("(?i)CVE-(?:19|20)\\d{2}-\\d{4,7}(?![\\w])");
    /// Techniques in small letters, too; the others are short enough to mean something else.
    private static final Pattern ATTACK = Pattern.compile(
            "(?:[Tt]1\\d{3}(?:\\.\\d{3})?|TA00\\d\\d|G[01]\\d{3}|S[01]\\d{3}|M1\\d{3}|C00\\d\\d|DET0\\d{3})(?!\\w|\\.\\d)");

    private IdGrammar() {}

    static @Nullable Hit id(Refanged text, int from) {
        Hit hash = hash(text, from);
        if (hash != null) {
            return hash;
        }
        char first = text.at(from);
        if ("CcTtGSMD".indexOf(first) < 0) {
            return null;
        }
        String head = text.text(from, Math.min(text.length(), from + LONGEST_ID));
        Matcher cve = CVE.matcher(head);
        if (cve.lookingAt()) {
            return new Hit(IndicatorType.CVE, cve.group().toUpperCase(Locale.ROOT), from + cve.end());
        }
        Matcher attack = ATTACK.matcher(head);
        boolean found = attack.lookingAt() && text.at(from - 1) != '.';
        return found
                ? new Hit(IndicatorType.ATTACK_ID, attack.group().toUpperCase(Locale.ROOT), from + attack.end())
                : null;
    }

    private static @Nullable Hit hash(Refanged text, int from) {
        int end = from;
        boolean digits = false;
        boolean letters = false;
        while (end <= from + LONGEST_HASH && Characters.hex(text.at(end))) {
            digits |= Characters.digit(text.at(end));
            letters |= Characters.letter(text.at(end));
            end++;
        }
        if (end - from < SHORTEST_HASH || Characters.word(text.at(end)) || !digits || !letters) {
            return null;
        }
        IndicatorType type = switch (end - from) {
            case 32 -> IndicatorType.MD5;
            case 40 -> IndicatorType.SHA1;
            case 64 -> IndicatorType.SHA256;
            case LONGEST_HASH -> IndicatorType.SHA512;
            default -> null;
        };
        return type == null ? null : new Hit(type, text.text(from, end).toLowerCase(Locale.ROOT), end);
    }
}
