package dev.analystcopilot.triage.chain;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.triage.correlate.Evidence;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What bursts of a case can be tied by, as keys that are equal where they mean the same thing. An account may be
/// written with its domain or as a mailbox, a domain may stand in a URL; a machine's own address says no more than the
/// machine.
final class Ties {
    /// Everybody's: what two alerts about them have in common says nothing.
    private static final Set<String> NOBODY = Set.of(
            "root",
            "system",
            "localsystem",
            "local service",
            "network service",
            "localservice",
            "networkservice",
            "anonymous",
            "anonymous logon",
            "nobody",
            "-",
            "n/a",
            "unknown",
            "administrator$",
            "0");

    private final Set<String> ownAddresses;

    private Ties(Set<String> ownAddresses) {
        this.ownAddresses = ownAddresses;
    }

    static Ties of(Collection<Evidence> evidence) {
        Map<Entity, Integer> bursts = new HashMap<>();
        Map<Entity, Map<Entity, Integer>> addressesOf = new HashMap<>();
        Map<Entity, Set<Entity>> anchorsOf = new HashMap<>();
        for (Evidence e : evidence) {
            Entity anchor = e.burst().anchor();
            bursts.merge(anchor, 1, Integer::sum);
            for (Entity entity : e.burst().entities().keySet()) {
                if (entity instanceof Entity.Ip && !entity.equals(anchor)) {
                    addressesOf.computeIfAbsent(anchor, key -> new HashMap<>()).merge(entity, 1, Integer::sum);
                    anchorsOf.computeIfAbsent(entity, key -> new HashSet<>()).add(anchor);
                }
            }
        }
        Set<String> own = new HashSet<>();
        addressesOf.forEach((anchor, addresses) -> addresses.forEach((address, n) -> {
            boolean everywhere = n.equals(bursts.get(anchor));
            if (anchor instanceof Entity.Host
                    && everywhere
                    && anchorsOf.getOrDefault(address, Set.of()).size() == 1) {
                own.add(address.value());
            }
        }));
        return new Ties(own);
    }

    /// The keys of one kind that a burst can be tied by. Processes are told apart by who acted in it.
    Set<String> keys(LinkKind kind, Evidence e) {
        var keys = new LinkedHashSet<String>();
        switch (kind) {
            case SAME_PROCESS -> keys.addAll(e.burst().actors());
            case PARENT_PROCESS -> keys.addAll(e.burst().lineage());
            case SAME_HOST -> keys.add(e.burst().anchor().value());
            case SAME_FILE, SAME_ACCOUNT, SAME_DOMAIN, SAME_ADDRESS ->
                e.burst()
                        .entities()
                        .keySet()
                        .forEach(entity -> key(kind, entity).ifPresent(keys::add));
            case TIME -> {}
        }
        return keys;
    }

    private Optional<String> key(LinkKind kind, Entity entity) {
        return switch (entity) {
            case Entity.File file -> of(kind, LinkKind.SAME_FILE, file.value());
            case Entity.Hash hash -> of(kind, LinkKind.SAME_FILE, hash.value());
            case Entity.User user -> of(kind, LinkKind.SAME_ACCOUNT, account(user.value()));
            case Entity.Mailbox mailbox -> of(kind, LinkKind.SAME_ACCOUNT, account(mailbox.value()));
            case Entity.Domain domain -> of(kind, LinkKind.SAME_DOMAIN, domain.value());
            case Entity.Url url -> of(kind, LinkKind.SAME_DOMAIN, domain(url.value()));
            case Entity.Ip ip ->
                of(kind, LinkKind.SAME_ADDRESS, ip.value()).filter(value -> !ownAddresses.contains(value));
            case Entity.Host ignored -> Optional.empty();
            case Entity.Process ignored -> Optional.empty();
        };
    }

    private static Optional<String> of(LinkKind wanted, LinkKind have, String key) {
        return wanted == have && !key.isBlank() ? Optional.of(key) : Optional.empty();
    }

    /// `CORP\ann`, `ann@corp.example` and `ann` are taken for one within a case.
    static String account(String name) {
        String folded = name.toLowerCase(Locale.ROOT).strip();
        int backslash = folded.lastIndexOf('\\');
        String plain = backslash >= 0 ? folded.substring(backslash + 1) : folded;
        int at = plain.indexOf('@');
        plain = at > 0 ? plain.substring(0, at) : plain;
        return NOBODY.contains(plain) ? "" : plain;
    }

    private static String domain(String url) {
        try {
            String host = new URI(url).getHost();
            return host == null ? url : host.toLowerCase(Locale.ROOT);
        } catch (URISyntaxException e) {
            // A URL that is none is compared as it is written.
            return url;
        }
    }
}
