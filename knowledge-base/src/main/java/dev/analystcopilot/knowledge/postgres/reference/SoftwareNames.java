package dev.analystcopilot.knowledge.postgres.reference;

import dev.analystcopilot.knowledge.alert.Entity;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Names of software, which an inventory and a list of vulnerabilities spell differently (`Apache HTTP Server 2.4`,
/// vendor `Apache`, product `HTTP Server`).
final class SoftwareNames {
    static final String PREFIX = "software:";

    /// Words that say nothing of which software it is.
    private static final Set<String> COMMON = Set.of(
            "the",
            "and",
            "for",
            "of",
            "inc",
            "corp",
            "corporation",
            "ltd",
            "foundation",
            "software",
            "project",
            "multiple",
            "products",
            "product",
            "edition",
            "version",
            "x64",
            "x86",
            "64",
            "32",
            "bit");

    private SoftwareNames() {}

    static String key(String name) {
        String words = String.join(" ", words(name));
        String plain = words.isEmpty() ? name.toLowerCase(Locale.ROOT) : words;
        return PREFIX + new Entity.Process(plain).value();
    }

    /// Whether a software, named as in a key, is the product: all the product's words stand in its name, and if the
    /// product's name is a single word, the vendor's do not contradict.
    static boolean names(String key, String vendor, String product) {
        Set<String> have =
                new HashSet<>(Arrays.asList(key.substring(PREFIX.length()).split(" ")));
        List<String> wanted = words(product);
        if (wanted.isEmpty() || !have.containsAll(wanted)) {
            return false;
        }
        // `Server` of one maker is not that of another: a generic name needs its vendor.
        boolean telling = wanted.stream().anyMatch(word -> word.length() > 3 && !GENERIC.contains(word));
        return telling || have.stream().anyMatch(words(vendor)::contains);
    }

    private static final Set<String> GENERIC = Set.of(
            "server",
            "client",
            "manager",
            "gateway",
            "router",
            "routers",
            "kernel",
            "framework",
            "office",
            "windows",
            "desktop",
            "agent",
            "player",
            "reader",
            "engine",
            "core",
            "http",
            "mail",
            "connect",
            "secure",
            "access",
            "management",
            "console",
            "center",
            "suite",
            "platform",
            "service",
            "services",
            "security",
            "endpoint");

    private static List<String> words(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty() && !COMMON.contains(word))
                .distinct()
                .toList();
    }
}
