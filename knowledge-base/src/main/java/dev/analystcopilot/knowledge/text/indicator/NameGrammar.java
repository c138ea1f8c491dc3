package dev.analystcopilot.knowledge.text.indicator;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Domains and mail addresses.
final class NameGrammar {
    private static final int LONGEST_DOMAIN = 253;
    /// With what may end a sentence behind it.
    private static final int LONGEST_RUN = 1_024;

    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_LOCAL = 64;

    private final TopLevelDomains endings;

    NameGrammar(TopLevelDomains endings) {
        this.endings = endings;
    }

    /// @param runEnd the end of the run of host characters that begins here
    @Nullable
    Hit domain(Refanged text, int from, int runEnd, boolean inAddress) {
        if (runEnd - from > LONGEST_RUN) {
            return null;
        }
        int end = trimmed(text, from, runEnd);
        if (end - from > LONGEST_DOMAIN || !standsAlone(text, from, end, inAddress)) {
            return null;
        }
        String name = text.text(from, end);
        if (!isName(name, inAddress || text.defanged(from, end))) {
            return null;
        }
        Ports.Port port = inAddress ? new Ports.Port(0, end) : Ports.after(text, end);
        return new Hit(IndicatorType.DOMAIN, name.toLowerCase(Locale.ROOT), port.number(), port.end());
    }

    /// Without the dots and hyphens that end a sentence.
    private static int trimmed(Refanged text, int from, int runEnd) {
        int end = runEnd;
        while (end > from && ".-_".indexOf(text.at(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /// Neither part of a path, nor a call `name.info(`, nor the first half of a mail address.
    private static boolean standsAlone(Refanged text, int from, int end, boolean inAddress) {
        char before = text.at(from - 1);
        return inAddress || ("/\\@-.".indexOf(before) < 0 && text.at(end) != '@' && text.at(end) != '(');
    }

    private boolean isName(String name, boolean certain) {
        String[] labels = name.split("\\.", -1);
        String last = labels[labels.length - 1];
        boolean oneCase = last.equals(last.toLowerCase(Locale.ROOT)) || last.equals(last.toUpperCase(Locale.ROOT));
        if (labels.length < 2 || !oneCase) {
            return false;
        }
        for (String label : labels) {
            boolean badEdge = label.startsWith("-") || label.endsWith("-");
            if (label.isEmpty() || label.length() > LONGEST_LABEL || badEdge) {
                return false;
            }
        }
        return endings.isDomain(name.toLowerCase(Locale.ROOT).split("\\.", -1), certain);
    }

    /// The end of a host that a URL names; -1 if it is none.
    int hostEnd(Refanged text, int from) {
        int v4 = AddressGrammar.ipv4End(text, from);
        if (v4 > 0 && !Characters.host(text.at(v4))) {
            return v4;
        }
        int end = from;
        while (end < from + LONGEST_DOMAIN + 1 && Characters.host(text.at(end))) {
            end++;
        }
        end = trimmed(text, from, end);
        boolean plausible = end > from
                && end - from <= LONGEST_DOMAIN
                && !text.text(from, end).contains("..");
        return plausible ? end : -1;
    }

    /// @param runEnd the end of the run of host characters that begins here
    @Nullable
    Hit email(Refanged text, int from, int runEnd) {
        int at = runEnd;
        while (at < from + LONGEST_LOCAL + 1 && (Characters.host(text.at(at)) || "+%".indexOf(text.at(at)) >= 0)) {
            at++;
        }
        boolean local = text.at(at) == '@' && at - from <= LONGEST_LOCAL && text.at(at - 1) != '.';
        if (!local) {
            return null;
        }
        int end = at + 1;
        while (end < at + LONGEST_DOMAIN + 2 && Characters.host(text.at(end))) {
            end++;
        }
        Hit domain = domain(text, at + 1, end, true);
        return domain == null
                ? null
                : new Hit(IndicatorType.EMAIL, text.text(from, domain.end()).toLowerCase(Locale.ROOT), domain.end());
    }
}
