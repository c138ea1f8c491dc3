package dev.analystcopilot.knowledge.text.indicator;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// IPv4 and IPv6 addresses with ports and prefix lengths, and MAC addresses.
final class AddressGrammar {
    private static final int LONGEST = 45;
    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;
    private static final int IPV6_GROUPS = 8;
    private static final int MAC_LENGTH = 17;

    private AddressGrammar() {}

    static @Nullable Hit ipv4(Refanged text, int from) {
        int end = ipv4End(text, from);
        char before = text.at(from - 1);
        boolean product = before == '/' && Characters.letter(text.at(from - 2));
        if (end < 0 || product || Characters.word(text.at(end)) || text.at(end) == '-') {
            return null;
        }
        if (text.at(end) == '.' && Characters.word(text.at(end + 1))) {
            return null;
        }
        String value = text.text(from, end);
        int prefix = prefixEnd(text, end, IPV4_BITS);
        if (prefix > 0) {
            return new Hit(IndicatorType.CIDR, value + text.text(end, prefix), prefix);
        }
        Ports.Port port = Ports.after(text, end);
        return new Hit(IndicatorType.IPV4, value, port.number(), port.end());
    }

    /// -1 if no address begins here.
    static int ipv4End(Refanged text, int from) {
        int i = from;
        for (int part = 0; part < 4; part++) {
            if (part > 0 && text.at(i++) != '.') {
                return -1;
            }
            int begin = i;
            int value = 0;
            while (i < begin + 3 && Characters.digit(text.at(i))) {
                value = value * 10 + (text.at(i++) - '0');
            }
            boolean leadingZero = text.at(begin) == '0' && i > begin + 1;
            if (i == begin || value > 255 || leadingZero || Characters.digit(text.at(i))) {
                return -1;
            }
        }
        return i;
    }

    /// The end of `/24`; -1 if there is none.
    private static int prefixEnd(Refanged text, int slash, int bits) {
        int i = slash + 1;
        int value = 0;
        while (i < slash + 4 && Characters.digit(text.at(i))) {
            value = value * 10 + (text.at(i++) - '0');
        }
        boolean ends = !Characters.word(text.at(i)) && text.at(i) != '/';
        return text.at(slash) == '/' && i > slash + 1 && value <= bits && ends ? i : -1;
    }

    /// Also in brackets with a port, `[2001:db8::1]:443`.
    static @Nullable Hit ipv6(Refanged text, int from) {
        boolean bracket = text.at(from) == '[';
        int begin = bracket ? from + 1 : from;
        if (!bracket && !mayBeginAfter(text, from)) {
            return null;
        }
        int end = begin;
        while (end < begin + LONGEST + 1 && (Characters.hex(text.at(end)) || ":.".indexOf(text.at(end)) >= 0)) {
            end++;
        }
        while (end > begin && text.at(end - 1) == '.') {
            end--;
        }
        if (end > begin + 1 && text.at(end - 1) == ':' && text.at(end - 2) != ':') {
            end--;
        }
        if (end - begin > LONGEST || Characters.word(text.at(end)) || !isIpv6(text.text(begin, end))) {
            return null;
        }
        String value = text.text(begin, end).toLowerCase(Locale.ROOT);
        if (bracket) {
            if (text.at(end) != ']') {
                return null;
            }
            Ports.Port port = Ports.after(text, end + 1);
            return new Hit(IndicatorType.IPV6, value, port.number(), port.end());
        }
        int prefix = prefixEnd(text, end, IPV6_BITS);
        return prefix > 0
                ? new Hit(IndicatorType.CIDR, value + text.text(end, prefix), prefix)
                : new Hit(IndicatorType.IPV6, value, end);
    }

    /// After a colon only if that ends a word, as in `source:2001:db8::1`, and is no part of the address.
    private static boolean mayBeginAfter(Refanged text, int from) {
        if (text.at(from - 1) != ':') {
            return text.at(from - 1) != '.';
        }
        int i = from - 2;
        while (i > from - 8 && Characters.hex(text.at(i))) {
            i--;
        }
        return Characters.letter(text.at(i)) && text.at(from) != ':';
    }

    /// Eight groups of up to four hexadecimal digits, or fewer with one `::`; the last two may be an IPv4 address. A
    /// digit is asked for, since `dead::beef` is C++ more often than an address.
    static boolean isIpv6(String address) {
        int twice = address.indexOf("::");
        boolean shortened = twice >= 0;
        if ((shortened && address.indexOf("::", twice + 1) >= 0) || address.equals("::")) {
            return false;
        }
        int groups = 0;
        String[] parts = address.split(":", -1);
        for (int i = 0; i < parts.length; i++) {
            String part = parts[i];
            boolean edge = part.isEmpty() && shortened;
            boolean last = i == parts.length - 1;
            if (last && part.indexOf('.') > 0) {
                Refanged dotted = Refanged.of(part);
                if (ipv4End(dotted, 0) != part.length()) {
                    return false;
                }
                groups += 2;
            } else if (!edge) {
                if (part.isEmpty() || part.length() > 4 || part.indexOf('.') >= 0) {
                    return false;
                }
                groups++;
            }
        }
        boolean complete = shortened ? groups < IPV6_GROUPS : groups == IPV6_GROUPS;
        return complete && parts.length > 2 && address.chars().anyMatch(c -> Characters.digit((char) c));
    }

    /// Six pairs of hexadecimal digits, all joined by colons or all by hyphens.
    static @Nullable Hit mac(Refanged text, int from) {
        char joint = text.at(from + 2);
        char before = text.at(from - 1);
        if ((joint != ':' && joint != '-') || before == joint) {
            return null;
        }
        for (int i = 0; i < MAC_LENGTH; i++) {
            char c = text.at(from + i);
            if (i % 3 == 2 ? c != joint : !Characters.hex(c)) {
                return null;
            }
        }
        int end = from + MAC_LENGTH;
        boolean goesOn = Characters.word(text.at(end)) || (text.at(end) == joint && Characters.hex(text.at(end + 1)));
        return goesOn
                ? null
                : new Hit(
                        IndicatorType.MAC,
                        text.text(from, end).replace('-', ':').toLowerCase(Locale.ROOT),
                        end);
    }
}
