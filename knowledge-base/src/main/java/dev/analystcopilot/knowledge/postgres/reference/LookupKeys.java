package dev.analystcopilot.knowledge.postgres.reference;

import dev.analystcopilot.knowledge.alert.Entity;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// The keys under which something about an entity may be stored: its own, and those of what it belongs to
/// (an address's networks, a URL's domain, a sender's domain). Each is compared by equality, which an index
/// serves.
final class LookupKeys {
    /// Wider networks than these say nothing of a single machine.
    private static final int WIDEST_V4 = 8;

    private static final int WIDEST_V6 = 16;
    private static final int CHUNK = 10_000;
    private static final Pattern LAST_PART = Pattern.compile(".*[/\\\\]", Pattern.DOTALL);

    private LookupKeys() {}

    /// Own key first.
    static Set<String> of(Entity entity) {
        var keys = new LinkedHashSet<String>();
        keys.add(entity.key());
        switch (entity) {
            case Entity.Ip ip -> keys.addAll(networks(ip.value()));
            case Entity.Host host -> {
                keys.add("domain:" + host.value());
                int dot = host.value().indexOf('.');
                if (dot > 0) {
                    keys.add("host:" + host.value().substring(0, dot));
                }
            }
            case Entity.Domain domain -> keys.add("host:" + domain.value());
            case Entity.Url url -> keys.addAll(hostOf(url.value()));
            case Entity.Mailbox mailbox -> {
                int at = mailbox.value().lastIndexOf('@');
                if (at >= 0 && at + 1 < mailbox.value().length()) {
                    keys.add("domain:" + mailbox.value().substring(at + 1));
                }
            }
            case Entity.File file -> {
                String name = LAST_PART.matcher(file.value()).replaceFirst("");
                if (!name.isBlank()) {
                    keys.add("file:" + name);
                }
            }
            case Entity.User ignored -> {}
            case Entity.Process ignored -> {}
            case Entity.Hash ignored -> {}
        }
        return keys;
    }

    /// Which of the entities, by key, each stored key stands for.
    static Map<String, List<String>> entitiesByKey(Collection<Entity> entities) {
        var byKey = new LinkedHashMap<String, List<String>>();
        for (Entity entity : new LinkedHashSet<>(entities)) {
            of(entity)
                    .forEach(key ->
                            byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(entity.key()));
        }
        return byKey;
    }

    /// Keys in portions that one statement takes.
    static List<String[]> chunks(Collection<String> keys) {
        var all = List.copyOf(keys);
        var chunks = new ArrayList<String[]>();
        for (int from = 0; from < all.size(); from += CHUNK) {
            chunks.add(all.subList(from, Math.min(all.size(), from + CHUNK)).toArray(String[]::new));
        }
        return chunks;
    }

    private static List<String> hostOf(String url) {
        try {
            String host = new URI(url).getHost();
            if (host == null || host.isBlank()) {
                return List.of();
            }
            String plain = host.replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
            return plain.indexOf(':') >= 0 || plain.chars().allMatch(c -> c == '.' || Character.isDigit(c))
                    ? List.copyOf(of(new Entity.Ip(plain)))
                    : List.of("domain:" + plain);
        } catch (URISyntaxException e) {
            // A URL that is none is looked up as it is written, and has no domain to look up.
            return List.of();
        }
    }

    private static List<String> networks(String address) {
        byte[] bytes;
        try {
            bytes = InetAddress.ofLiteral(address).getAddress();
        } catch (IllegalArgumentException e) {
            // Not an address, or a network already: only its own spelling is looked up.
            return List.of();
        }
        int bits = bytes.length * 8;
        var networks = new ArrayList<String>();
        networks.add("ip:" + spelling(bytes));
        for (int prefix = bits; prefix >= (bits == 32 ? WIDEST_V4 : WIDEST_V6); prefix--) {
            networks.add("ip:" + masked(bytes, prefix));
        }
        return networks;
    }

    /// The usual spelling of the network that an address is in: the bits beyond the prefix are zero.
    static String masked(byte[] address, int prefix) {
        byte[] network = Arrays.copyOf(address, address.length);
        for (int i = 0; i < network.length; i++) {
            int kept = Math.clamp(prefix - 8L * i, 0, 8);
            network[i] = (byte) (network[i] & (0xFF << (8 - kept)));
        }
        return spelling(network) + "/" + prefix;
    }

    /// What it is stored under: IPv6 addresses have many spellings, and a network may name any address in it.
    static Entity canonical(Entity entity) {
        if (!(entity instanceof Entity.Ip ip)) {
            return entity;
        }
        int slash = ip.value().indexOf('/');
        try {
            byte[] address = InetAddress.ofLiteral(
                            slash < 0 ? ip.value() : ip.value().substring(0, slash))
                    .getAddress();
            if (slash < 0) {
                return new Entity.Ip(spelling(address));
            }
            int prefix = Integer.parseInt(ip.value().substring(slash + 1));
            boolean wide = prefix < (address.length == 4 ? WIDEST_V4 : WIDEST_V6) || prefix > address.length * 8;
            if (wide) {
                throw new IllegalArgumentException("a network of this size says nothing of a machine: " + ip.value());
            }
            return new Entity.Ip(prefix == address.length * 8 ? spelling(address) : masked(address, prefix));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a network is written like 10.1.0.0/16, not " + ip.value(), e);
        }
    }

    private static String spelling(byte[] address) {
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }
}
