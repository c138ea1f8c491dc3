package dev.analystcopilot.knowledge.format.field;

import dev.analystcopilot.knowledge.alert.Entity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Collects what an alert is about, in order and without repeats. Values that name nothing (`-`, `N/A`, the loopback
/// address) are left out, and so is what cannot be what its field claims.
public final class EntityList {
    /// More identify nothing better, and an alert can be made to carry thousands.
    private static final int MAX = 200;

    private static final Set<String> NOTHING =
            Set.of("", "-", "--", "n/a", "na", "none", "null", "(null)", "unknown", "undefined", "localhost");
    /// Accounts that every machine has for itself. Two alerts about them have nothing in common.
    private static final Set<String> OF_EVERY_MACHINE = Set.of(
            "system",
            "localsystem",
            "local service",
            "localservice",
            "network service",
            "networkservice",
            "anonymous logon",
            "anonymous",
            "everyone");
    private static final Pattern SESSION_OF_THE_SYSTEM = Pattern.compile("(?i)(?:dwm|umfd)-[0-9]{1,4}");
    private static final Pattern WINDOWS = Pattern.compile("(?i)([a-z]):\\\\windows\\\\");
    private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{32}|[0-9a-fA-F]{40}|[0-9a-fA-F]{64})");
    private static final Pattern MAIL = Pattern.compile("[^@\\s<>]{1,64}@[^@\\s<>]{1,255}");

    private final Set<Entity> entities = new LinkedHashSet<>();

    public List<Entity> toList() {
        return new ArrayList<>(entities);
    }

    /// A host's name; a name that is an address becomes an address.
    public EntityList host(String name) {
        if (!named(name)) {
            return this;
        }
        return looksLikeIp(name.strip()) ? ip(name) : add(new Entity.Host(withoutDot(name)));
    }

    /// An account; the domain in `DOMAIN\name` is left out, because products spell it in different ways. Accounts of
    /// machines (`NAME$`) and those that every machine has for itself (`SYSTEM`) are no users.
    public EntityList user(String name) {
        String account = name.substring(name.lastIndexOf('\\') + 1).strip();
        boolean ofMachine = account.endsWith("$")
                || OF_EVERY_MACHINE.contains(account.toLowerCase(Locale.ROOT))
                || SESSION_OF_THE_SYSTEM.matcher(account).matches();
        return named(account) && !ofMachine ? add(new Entity.User(account)) : this;
    }

    public EntityList process(String commandLine) {
        return named(commandLine) ? add(new Entity.Process(commandLine)) : this;
    }

    public EntityList ip(String address) {
        String ip = address.strip();
        if (ip.regionMatches(true, 0, "::ffff:", 0, 7)) {
            ip = ip.substring(7);
        }
        return looksLikeIp(ip) && !Addresses.nowhere(ip) ? add(new Entity.Ip(ip)) : this;
    }

    public EntityList domain(String name) {
        String domain = withoutDot(name);
        if (!named(domain)) {
            return this;
        }
        return looksLikeIp(domain) ? ip(domain) : add(new Entity.Domain(domain));
    }

    public EntityList url(String url) {
        return named(url) && !url.strip().equals("/") ? add(new Entity.Url(url)) : this;
    }

    /// An address of the web, and the domain or IP address of the server in it.
    public EntityList site(String url) {
        return url(url).domain(Addresses.server(url));
    }

    public EntityList file(String path) {
        return named(path) ? add(new Entity.File(spelt(path.strip()))) : this;
    }

    /// MD5, SHA-1 or SHA-256 in hexadecimal; anything else is left out.
    public EntityList hash(String value) {
        String hash = value.strip();
        return HEX.matcher(hash).matches() ? add(new Entity.Hash(hash)) : this;
    }

    public EntityList mailbox(String address) {
        String mail = address.strip();
        return MAIL.matcher(mail).matches() ? add(new Entity.Mailbox(mail)) : this;
    }

    /// Adds one of a named type, as [Entity#of] spells it; unknown types are left out.
    public EntityList of(String type, String value) {
        return switch (type) {
            case "host" -> host(value);
            case "user" -> user(value);
            case "process" -> process(value);
            case "ip" -> ip(value);
            case "domain" -> domain(value);
            case "url" -> url(value);
            case "file" -> file(value);
            case "hash" -> hash(value);
            case "mailbox" -> mailbox(value);
            default -> this;
        };
    }

    public boolean has(Class<? extends Entity> type) {
        return entities.stream().anyMatch(type::isInstance);
    }

    private EntityList add(Entity entity) {
        if (entities.size() < MAX) {
            entities.add(entity);
        }
        return this;
    }

    private static boolean named(String value) {
        String text = value.replace('\u0000', ' ').strip();
        return !text.isEmpty() && !NOTHING.contains(text.toLowerCase(Locale.ROOT));
    }

    /// Windows tells the same folder as `C:\WINDOWS` and `C:\Windows`.
    private static String spelt(String path) {
        var start = WINDOWS.matcher(path);
        return start.lookingAt()
                ? start.group(1).toUpperCase(Locale.ROOT) + ":\\Windows\\" + path.substring(start.end())
                : path;
    }

    private static boolean looksLikeIp(String value) {
        return Addresses.looksLikeIp(value);
    }

    private static String withoutDot(String name) {
        String stripped = name.strip();
        return stripped.endsWith(".") ? stripped.substring(0, stripped.length() - 1) : stripped;
    }
}
