package dev.analystcopilot.api.guard;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// What is hidden from which provider.
///
/// @param byProvider the kinds, by the provider's name; a provider that is not named learns none of [Hidden#OUTSIDE]
/// @param kept what stays hidden in answers, too
/// @param ownDomains machines below them are ours
public record Redaction(Map<String, Set<Hidden>> byProvider, Set<Hidden> kept, List<String> ownDomains) {
    public Redaction {
        Map<String, Set<Hidden>> copy = new TreeMap<>();
        byProvider.forEach((provider, kinds) -> copy.put(provider, Set.copyOf(kinds)));
        byProvider = Map.copyOf(copy);
        kept = Set.copyOf(kept);
        ownDomains = ownDomains.stream()
                .map(domain -> domain.strip().toLowerCase(Locale.ROOT))
                .filter(domain -> !domain.isEmpty())
                .toList();
    }

    Set<Hidden> of(String provider) {
        return byProvider.getOrDefault(provider, Hidden.OUTSIDE);
    }

    /// What a provider at this address does not learn unless a setting says otherwise.
    public static Set<Hidden> usual(String baseUrl) {
        return inside(baseUrl) ? Hidden.ALWAYS : Hidden.OUTSIDE;
    }

    /// Whether an address is this machine's or of a private network. A name is not looked up, except `localhost`: who
    /// answers to it may change.
    static boolean inside(String baseUrl) {
        try {
            String host = URI.create(baseUrl.strip()).getHost();
            if (host == null) {
                return false;
            }
            if (host.equalsIgnoreCase("localhost")) {
                return true;
            }
            boolean literal = host.startsWith("[") || host.matches("[0-9.]+");
            if (!literal) {
                return false;
            }
            InetAddress address = InetAddress.getByName(host);
            byte first = address.getAddress()[0];
            boolean uniqueLocal = address.getAddress().length == 16 && (first & 0xFE) == 0xFC;
            return address.isLoopbackAddress() || address.isSiteLocalAddress() || uniqueLocal;
        } catch (IllegalArgumentException | UnknownHostException notAnAddress) {
            return false;
        }
    }
}
