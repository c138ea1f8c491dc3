package dev.analystcopilot.api.guard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Finds what can be told by its shape: secrets, numbers of cards and persons, phones, mail addresses, addresses of
/// inner
/// networks. Where two overlap, the graver one counts.
final class Spotter {
    private static final Pattern PSEUDONYM = Pattern.compile("⟦[^⟧]{1,60}⟧");

    private record Shape(Hidden kind, Pattern pattern, Predicate<String> holds) {}

    private static final List<Shape> SHAPES = List.of(
            secret("-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|\\z)"),
            secret("\\beyJ[\\w-]{8,}\\.[\\w-]{8,}(?:\\.[\\w-]*)?"),
            secret("\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b|\\bAIza[0-9A-Za-z_-]{30,}|\\bLTAI[0-9A-Za-z]{12,30}\\b"),
            secret("\\bgh[pousr]_[A-Za-z0-9]{20,}|\\bgithub_pat_\\w{20,}|\\bxox[abeprs]-[\\w-]{10,}"),
            secret("\\b(?:sk|pk|rk)-[A-Za-z0-9_-]{16,}|\\bglpat-[\\w-]{16,}|\\bhf_[A-Za-z0-9]{20,}"),
            secret("(?i)\\b(?:bearer|basic)\\s+([A-Za-z0-9._~+/=-]{12,})"),
            secret("(?i)(?:password|passwd|passphrase|pwd|secret|token|api[_-]?key|access[_-]?key|account[_-]?key"
                    + "|client[_-]?secret|private[_-]?key|sharedaccesskey|口令|密码|密钥)(?:&quot;|[\"'])?"
                    + "\\s*(?:[:=：]|为)\\s*(?:&quot;|[\"'])?([^\\s\"',;&⟦⟧]{4,})"),
            secret("(?i)(?:^|\\s)(?:--?|/)(?:password|passwd|pass|pwd|pw|token|secret|api-?key)(?:[ =:])"
                    + "(?:&quot;|[\"'])?([^\\s\"'&⟦⟧]{4,})"),
            secret("(?i)\\bnet1?(?:\\.exe)?\\s+user\\s+[^\\s/]+\\s+([^\\s/*][^\\s]{3,})"),
            secret("(?i)[a-z][a-z0-9+.-]*://[^\\s/:@]+:([^\\s/@]{3,})@"),
            secret("(?i)\\b(?:curl|wget)\\b[^\\n]{0,200}?\\s(?:-u|--user)\\s+[^\\s:]+:([^\\s\"']{3,})"),
            new Shape(
                    Hidden.ID,
                    Pattern.compile(
                            "(?<!\\d)[1-9]\\d{5}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx]"
                                    + "(?![\\dXx])"),
                    Numbers::chineseResident),
            new Shape(Hidden.ID, Pattern.compile("(?<![\\d-])\\d{3}-\\d{2}-\\d{4}(?![\\d-])"), Spotter::any),
            new Shape(Hidden.CARD, Pattern.compile("(?<![\\d-])\\d(?:[ -]?\\d){12,18}(?![\\d-])"), Numbers::card),
            new Shape(
                    Hidden.MAIL,
                    Pattern.compile("[\\p{L}\\p{N}._%+-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63})+"),
                    Spotter::any),
            new Shape(
                    Hidden.PHONE,
                    Pattern.compile("(?<![\\d+])(?:\\+?86[ -]?)?1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}(?!\\d)"
                            + "|\\+\\d{1,3}[ -]?(?:\\(\\d{1,4}\\)[ -]?)?\\d(?:[ -]?\\d){6,12}(?!\\d)"),
                    Spotter::any),
            new Shape(
                    Hidden.ADDRESS,
                    Pattern.compile("(?<![\\d.])(?:10(?:\\.\\d{1,3}){3}|192\\.168(?:\\.\\d{1,3}){2}"
                            + "|172\\.(?:1[6-9]|2\\d|3[01])(?:\\.\\d{1,3}){2}"
                            + "|100\\.(?:6[4-9]|[7-9]\\d|1[01]\\d|12[0-7])(?:\\.\\d{1,3}){2}"
                            + "|169\\.254(?:\\.\\d{1,3}){2})(?!\\d|\\.\\d)"
                            + "|(?i)(?<![\\w:])(?:f[cd][0-9a-f]{2}|fe80):[0-9a-f:]{2,40}(?![\\w:])"),
                    Spotter::any));

    private Spotter() {}

    /// Its shape says enough.
    private static boolean any(String found) {
        return !found.isEmpty();
    }

    private static Shape secret(String pattern) {
        return new Shape(Hidden.SECRET, Pattern.compile(pattern), Spotter::any);
    }

    /// What stands in a text of these kinds, and does not overlap, from left to right; pseudonyms are left alone.
    static List<Spot> in(String text, Set<Hidden> kinds, List<Spot> names) {
        List<Spot> found = new ArrayList<>();
        boolean[] taken = new boolean[text.length()];
        Matcher already = PSEUDONYM.matcher(text);
        while (already.find()) {
            take(taken, already.start(), already.end());
        }
        for (Shape shape : SHAPES) {
            if (kinds.contains(shape.kind())) {
                Matcher matcher = shape.pattern().matcher(text);
                while (matcher.find()) {
                    int group = matcher.groupCount() > 0 && matcher.group(1) != null ? 1 : 0;
                    if (shape.holds().test(matcher.group(group))) {
                        add(found, taken, new Spot(shape.kind(), matcher.start(group), matcher.end(group)));
                    }
                }
            }
        }
        names.forEach(name -> add(found, taken, name));
        found.sort(Comparator.comparingInt(Spot::from));
        return found;
    }

    private static void add(List<Spot> found, boolean[] taken, Spot spot) {
        for (int i = spot.from(); i < spot.to(); i++) {
            if (taken[i]) {
                return;
            }
        }
        take(taken, spot.from(), spot.to());
        found.add(spot);
    }

    private static void take(boolean[] taken, int from, int to) {
        for (int i = from; i < to; i++) {
            taken[i] = true;
        }
    }
}
