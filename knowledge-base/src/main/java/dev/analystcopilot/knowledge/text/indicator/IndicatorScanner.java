package dev.analystcopilot.knowledge.text.indicator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds indicators in a text, defanged ones, too, with their places. Thread-safe.
///
/// A hand-made scanner: it walks over the refanged text once, tries at the beginning of each word what may begin there,
/// and goes on behind what it found. Everything that it tries looks at a bounded number of characters, and a run of
/// host characters that is nothing is left behind as a whole, so that time grows with the length of the text alone.
public final class IndicatorScanner {
    private final NameGrammar names = new NameGrammar(new TopLevelDomains());
    private final UrlGrammar urls = new UrlGrammar(names);

    /// In the order of the text; none overlaps another.
    public List<IndicatorMatch> scan(String original) {
        Refanged text = Refanged.of(original);
        var found = new ArrayList<IndicatorMatch>();
        int i = 0;
        int runEnd = 0;
        while (i < text.length()) {
            char c = text.at(i);
            boolean begins = !Characters.word(text.at(i - 1));
            if (begins && "\\/~[:".indexOf(c) >= 0) {
                i = next(text, i, sign(text, i), i + 1, found);
            } else if (begins && Characters.word(c)) {
                runEnd = i < runEnd ? runEnd : runEnd(text, i);
                Hit hit = run(text, i, runEnd);
                i = hit != null ? next(text, i, hit, i, found) : ids(text, i, runEnd, found);
            } else {
                i++;
            }
        }
        return List.copyOf(found);
    }

    /// What begins with a sign instead of a word.
    private static @Nullable Hit sign(Refanged text, int i) {
        return switch (text.at(i)) {
            case '\\' -> PathGrammar.unc(text, i);
            case '/', '~' -> PathGrammar.posix(text, i);
            case ':' -> text.at(i + 1) == ':' ? AddressGrammar.ipv6(text, i) : null;
            default -> AddressGrammar.ipv6(text, i);
        };
    }

    private @Nullable Hit run(Refanged text, int i, int runEnd) {
        Hit hit = urls.url(text, i);
        hit = hit == null ? PathGrammar.windows(text, i) : hit;
        hit = hit == null ? PathGrammar.registry(text, i) : hit;
        hit = hit == null ? AddressGrammar.mac(text, i) : hit;
        hit = hit == null ? AddressGrammar.ipv6(text, i) : hit;
        hit = hit == null ? AddressGrammar.ipv4(text, i) : hit;
        hit = hit == null ? names.email(text, i, runEnd) : hit;
        return hit == null ? names.domain(text, i, runEnd, false) : hit;
    }

    private static int runEnd(Refanged text, int from) {
        int end = from;
        while (Characters.host(text.at(end)) || Characters.word(text.at(end))) {
            end++;
        }
        return end;
    }

    /// Ids among the words of a run that is nothing by itself. An id may reach over the run's end.
    ///
    /// @return where to go on
    private static int ids(Refanged text, int from, int runEnd, List<IndicatorMatch> found) {
        int i = from;
        while (i < runEnd) {
            Hit hit = Characters.word(text.at(i - 1)) ? null : IdGrammar.id(text, i);
            i = next(text, i, hit, i + 1, found);
        }
        return i;
    }

    private static int next(Refanged text, int from, @Nullable Hit hit, int otherwise, List<IndicatorMatch> found) {
        if (hit == null) {
            return otherwise;
        }
        found.add(new IndicatorMatch(hit.type(), hit.value(), hit.port(), text.start(from), text.start(hit.end())));
        return hit.end();
    }
}
