package dev.analystcopilot.triage.correlate;

import dev.analystcopilot.knowledge.alert.Entity;
import dev.analystcopilot.triage.feature.Burst;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What of a burst can tie it to others. A pure function of the burst, so that ties do not depend on what else came.
final class LinkKeys {
    /// Rarity from which one fingerprint on several anchors at once is no coincidence.
    private static final float CAMPAIGN_RARITY = 0.6f;
    /// A process that ran longer than this before the alert (`services.exe`, a desktop) has all kinds of children.
    private static final Duration YOUNG = Duration.ofHours(6);
    /// Parents of shorter names are whole organisations or top-level domains.
    private static final int LABELS_OF_PARENT = 4;

    private static final Pattern SCHEME = Pattern.compile("^[a-z][a-z0-9+.-]*://");
    private static final Pattern PRIVATE =
            Pattern.compile("^(10|127|169\\.254|192\\.168|172\\.(1[6-9]|2[0-9]|3[01]))\\..*|^(::1$|f[cde]).*");

    private final EverydayNames everyday;
    private final Predicate<Entity> hub;

    /// @param hub things that so many share that they tie nothing
    LinkKeys(EverydayNames everyday, Predicate<Entity> hub) {
        this.everyday = everyday;
        this.hub = hub;
    }

    Set<LinkKey> of(Evidence e) {
        Burst burst = e.burst();
        var keys = new LinkedHashSet<LinkKey>();
        boolean onHost = burst.distinctEntities().stream().anyMatch(Entity.Host.class::isInstance);
        boolean everydayFile = burst.distinctEntities().stream()
                .anyMatch(entity -> entity instanceof Entity.File && everyday.isFile(entity.value()));
        for (Entity entity : burst.distinctEntities()) {
            if (entity instanceof Entity.Host || !hub.test(entity)) {
                add(keys, entity, onHost, everydayFile);
            }
        }
        for (String process : burst.lineage()) {
            if (young(process, burst.first())) {
                keys.add(new LinkKey(LinkKind.LINEAGE, process));
            }
        }
        if (e.rarity() >= CAMPAIGN_RARITY) {
            keys.add(new LinkKey(LinkKind.CAMPAIGN, burst.fingerprint()));
        }
        return keys;
    }

    private void add(Set<LinkKey> keys, Entity entity, boolean onHost, boolean everydayFile) {
        switch (entity) {
            case Entity.Host(var name) -> {
                if (!everyday.isHost(name)) {
                    keys.add(new LinkKey(LinkKind.HOST, name));
                }
            }
            case Entity.User(var name) -> addUser(keys, account(name));
            case Entity.Mailbox(var address) -> addUser(keys, account(address));
            case Entity.Ip(var address) -> keys.add(new LinkKey(addressKind(address, onHost), address));
            case Entity.Url(var url) -> {
                String plain = SCHEME.matcher(url.toLowerCase(Locale.ROOT)).replaceFirst("");
                int slash = plain.indexOf('/');
                keys.add(new LinkKey(
                        LinkKind.URL, plain.endsWith("/") ? plain.substring(0, plain.length() - 1) : plain));
                addDomain(keys, slash < 0 ? plain : plain.substring(0, slash));
            }
            case Entity.Domain(var name) -> addDomain(keys, name);
            case Entity.File(var path) -> {
                if (!everyday.isFile(path)) {
                    keys.add(new LinkKey(LinkKind.FILE, path.toLowerCase(Locale.ROOT)));
                }
            }
            case Entity.Hash(var value) -> {
                // Whether it is that of cmd.exe or of the other file cannot be told.
                if (!everydayFile) {
                    keys.add(new LinkKey(LinkKind.HASH, value));
                }
            }
            case Entity.Process ignored -> {
                // What ran says much, but its words vary; which process ran is told by the lineage.
            }
        }
    }

    private void addUser(Set<LinkKey> keys, String account) {
        if (!everyday.isUser(account)) {
            keys.add(new LinkKey(LinkKind.USER, account));
        }
    }

    private static void addDomain(Set<LinkKey> keys, String name) {
        keys.add(new LinkKey(LinkKind.DOMAIN, name));
        if (name.split("\\.", -1).length > LABELS_OF_PARENT) {
            keys.add(new LinkKey(LinkKind.PARENT_DOMAIN, name.substring(name.indexOf('.') + 1)));
        }
    }

    /// The account's own name: sources write `user`, `DOMAIN\\user` and `user@domain` for the same.
    static String account(String name) {
        String own = name.substring(name.lastIndexOf('\\') + 1);
        int at = own.indexOf('@');
        return at > 0 ? own.substring(0, at) : own;
    }

    private static LinkKind addressKind(String address, boolean onHost) {
        if (onHost) {
            return LinkKind.HOST_ADDRESS;
        }
        return PRIVATE.matcher(address).matches() ? LinkKind.PRIVATE_ADDRESS : LinkKind.PUBLIC_ADDRESS;
    }

    /// @param process `host|pid|start-time`, or the source's own id
    private static boolean young(String process, Instant alert) {
        int bar = process.lastIndexOf('|');
        if (bar < 0) {
            return true;
        }
        try {
            Instant start = Instant.parse(process.substring(bar + 1).toUpperCase(Locale.ROOT));
            return !start.plus(YOUNG).isBefore(alert);
        } catch (DateTimeParseException e) {
            // Another spelling of the time: the process is told apart all the same.
            return true;
        }
    }
}
