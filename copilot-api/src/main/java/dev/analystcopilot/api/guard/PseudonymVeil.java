package dev.analystcopilot.api.guard;

import static java.util.Objects.requireNonNull;

import dev.analystcopilot.api.llm.Veil;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.HmacAlgorithms;
import org.apache.commons.codec.digest.HmacUtils;

/// Puts pseudonyms such as `⟦host-3f2a90c1⟧` in the place of what a provider must not learn, and takes them back out of
/// what it says. A thing's pseudonym is a keyed hash, so the same thing has the same one throughout a tenant; a
/// spelling in
/// other capitals has the same one with a number. Models write pseudonyms carelessly: brackets, capitals and the hyphen
/// may
/// differ.
final class PseudonymVeil implements Veil {
    private static final int HASH = 8;
    private static final String KINDS = "secret|card|id|phone|mail|user|host|address";
    private static final Pattern WRITTEN = Pattern.compile("(?i)(?:(?:⟦|\\[\\[|【)\\s?)?(?<![\\p{L}\\p{N}])(" + KINDS
            + ")[-_‑–— ]?([0-9a-f]{8,16})(?:~(\\d{1,3}))?(?![0-9a-z~])(?:\\s?(?:⟧|]]|】))?");
    private static final Pattern MAY_GROW = Pattern.compile("(?i)(?:(?:⟦|【|\\[\\[?)[^⟧】\\]]{0,40}"
            + "|(?<![\\p{L}\\p{N}])(?:" + KINDS + ")[-_‑–— ]?[0-9a-f]{0,16}(?:~\\d{0,3})?[⟧】\\]]?)$");

    private final Set<Hidden> kinds;
    private final Set<Hidden> kept;
    private final HmacUtils hash;
    private final Names names;
    private final Map<String, String> stems = new HashMap<>();
    private final Map<String, List<String>> spellings = new HashMap<>();

    /// @param kinds what to hide
    /// @param kept what stays hidden in what comes back
    /// @param key the tenant's
    PseudonymVeil(Set<Hidden> kinds, Set<Hidden> kept, byte[] key, List<String> ownDomains) {
        this.kinds = Set.copyOf(kinds);
        this.kept = Set.copyOf(kept);
        this.hash = new HmacUtils(
                HmacAlgorithms.HMAC_SHA_256, requireNonNull(key, "key").clone());
        this.names = new Names(this.kinds, ownDomains);
    }

    /// Learns the names that texts hold before any of them is hidden.
    void learn(String text) {
        names.learn(text);
    }

    @Override
    public String hide(String given) {
        String text = OutputFilter.visible(given);
        names.learn(text);
        List<Spot> spots = Spotter.in(text, kinds, names.in(text));
        if (spots.isEmpty()) {
            return text;
        }
        var hidden = new StringBuilder(text.length() + 32);
        int at = 0;
        for (Spot spot : spots) {
            hidden.append(text, at, spot.from()).append(pseudonym(spot.kind(), text.substring(spot.from(), spot.to())));
            at = spot.to();
        }
        return hidden.append(text, at, text.length()).toString();
    }

    private String pseudonym(Hidden kind, String value) {
        String stem = stems.computeIfAbsent(kind.wireName() + ":" + value.toLowerCase(Locale.ROOT), this::free);
        List<String> known = spellings.computeIfAbsent(stem, key -> new ArrayList<>());
        int spelling = known.indexOf(value);
        if (spelling < 0) {
            known.add(value);
            spelling = known.size() - 1;
        }
        return "⟦" + stem + (spelling == 0 ? "" : "~" + (spelling + 1)) + "⟧";
    }

    /// As many digits of the hash as it takes to be nobody else's.
    private String free(String thing) {
        String kind = thing.substring(0, thing.indexOf(':'));
        String digits = hash.hmacHex(thing);
        for (int length = HASH; length < digits.length(); length++) {
            String stem = kind + "-" + digits.substring(0, length);
            if (!spellings.containsKey(stem)) {
                spellings.put(stem, new ArrayList<>());
                return stem;
            }
        }
        throw new IllegalStateException("two things have one hash");
    }

    @Override
    public String restore(String text) {
        if (spellings.isEmpty()) {
            return text;
        }
        Matcher matcher = WRITTEN.matcher(text);
        var restored = new StringBuilder(text.length());
        while (matcher.find()) {
            String kind = matcher.group(1).toLowerCase(Locale.ROOT);
            List<String> known = spellings.get(kind + "-" + matcher.group(2).toLowerCase(Locale.ROOT));
            String number = matcher.group(3);
            int spelling = number == null ? 0 : Integer.parseInt(number) - 1;
            boolean stays = known == null
                    || spelling < 0
                    || spelling >= known.size()
                    || kept.contains(Hidden.valueOf(kind.toUpperCase(Locale.ROOT)));
            matcher.appendReplacement(
                    restored, Matcher.quoteReplacement(stays || known == null ? matcher.group() : known.get(spelling)));
        }
        return matcher.appendTail(restored).toString();
    }

    @Override
    public Pattern mayGrow() {
        return MAY_GROW;
    }
}
