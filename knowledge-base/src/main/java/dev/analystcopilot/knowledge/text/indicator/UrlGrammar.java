package dev.analystcopilot.knowledge.text.indicator;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// URLs with a scheme.
final class UrlGrammar {
    private static final int LONGEST_SCHEME = 7;
    private static final int LONGEST_USER = 64;
    private static final int LONGEST_URL = 8_192;
    private static final Set<String> SCHEMES = Set.of(
            "http", "https", "ftp", "ftps", "sftp", "ldap", "ldaps", "rmi", "dns", "tcp", "udp", "smb", "ssh", "telnet",
            "ws", "wss", "iiop", "stratum", "file");

    /// What ends a URL in a text, beside white space and anything that is no ASCII.
    private static final String ENDS = "\"'<>`{}|\\^";

    private static final String TRAILING = ".,;:!?)]*_~'";

    private final NameGrammar names;

    UrlGrammar(NameGrammar names) {
        this.names = names;
    }

    @Nullable
    Hit url(Refanged text, int from) {
        int colon = from;
        while (colon <= from + LONGEST_SCHEME && Characters.letter(text.at(colon))) {
            colon++;
        }
        if (text.at(colon) != ':' || text.at(colon + 1) != '/' || text.at(colon + 2) != '/') {
            return null;
        }
        String scheme = text.text(from, colon).toLowerCase(Locale.ROOT);
        int host = afterUser(text, colon + 3);
        int hostEnd = hostEnd(text, host);
        if (!SCHEMES.contains(scheme) || hostEnd < 0) {
            return null;
        }
        int end = end(text, from, hostEnd);
        String value = scheme
                + "://"
                + text.text(colon + 3, host)
                + text.text(host, hostEnd).toLowerCase(Locale.ROOT)
                + text.text(hostEnd, end);
        return new Hit(IndicatorType.URL, value, Ports.after(text, hostEnd).number(), end);
    }

    private int hostEnd(Refanged text, int host) {
        if (text.at(host) == '[') {
            Hit address = AddressGrammar.ipv6(text, host);
            return address == null ? -1 : text.text(host, address.end()).indexOf(']') + host + 1;
        }
        return names.hostEnd(text, host);
    }

    /// Behind `user:password@`.
    private static int afterUser(Refanged text, int from) {
        int i = from;
        while (i < from + LONGEST_USER && (Characters.host(text.at(i)) || ":%+!$&".indexOf(text.at(i)) >= 0)) {
            i++;
        }
        return text.at(i) == '@' && i > from ? i + 1 : from;
    }

    private static int end(Refanged text, int from, int hostEnd) {
        int end = hostEnd;
        char first = text.at(hostEnd);
        if (first == ':' && Ports.after(text, hostEnd).number() > 0) {
            end = Ports.after(text, hostEnd).end();
            first = text.at(end);
        }
        if (first != '/' && first != '?' && first != '#') {
            return end;
        }
        int least = end;
        int opened = 0;
        int closed = 0;
        while (end < from + LONGEST_URL && inUrl(text.at(end))) {
            opened += text.at(end) == '(' ? 1 : 0;
            closed += text.at(end) == ')' ? 1 : 0;
            end++;
        }
        while (end > least && TRAILING.indexOf(text.at(end - 1)) >= 0) {
            boolean paired = text.at(end - 1) == ')' && closed <= opened;
            if (paired) {
                return end;
            }
            closed -= text.at(end - 1) == ')' ? 1 : 0;
            end--;
        }
        return end;
    }

    private static boolean inUrl(char c) {
        return c > ' ' && c < 127 && ENDS.indexOf(c) < 0;
    }
}
